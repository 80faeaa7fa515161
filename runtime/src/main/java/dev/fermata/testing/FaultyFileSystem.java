package dev.fermata.testing;

import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Stands for another file system, whose operations go through {@link FaultyFiles}. */
final class FaultyFileSystem extends FileSystem {
    final FaultyFiles faults;
    final FileSystem real;
    private final FaultyProvider provider;

    FaultyFileSystem(FaultyFiles faults, FileSystem real) {
        this.faults = faults;
        this.real = real;
        this.provider = new FaultyProvider(this);
    }

    FaultyPath path(Path path) {
        return new FaultyPath(this, path);
    }

    List<Path> paths(Iterable<? extends Path> paths) {
        List<Path> all = new ArrayList<>();
        paths.forEach(each -> all.add(path(each)));
        return all;
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("what these files stand for is closed by those who opened it");
    }

    @Override
    public boolean isOpen() {
        return real.isOpen();
    }

    @Override
    public boolean isReadOnly() {
        return real.isReadOnly();
    }

    @Override
    public String getSeparator() {
        return real.getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return paths(real.getRootDirectories());
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return real.getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return real.supportedFileAttributeViews();
    }

    @Override
    public Path getPath(String first, String... more) {
        return path(real.getPath(first, more));
    }

    @Override
    public PathMatcher getPathMatcher(String syntaxAndPattern) {
        PathMatcher matcher = real.getPathMatcher(syntaxAndPattern);
        return path -> matcher.matches(FaultyPath.real(path));
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        return real.getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException("faulty files cannot be watched");
    }
}
