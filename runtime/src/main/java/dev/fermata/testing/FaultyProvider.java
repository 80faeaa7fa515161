package dev.fermata.testing;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.DirectoryStream.Filter;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Does to real files what is asked of faulty ones, where the faults let it. */
final class FaultyProvider extends FileSystemProvider {
    private final FaultyFileSystem files;
    private final FileSystemProvider real;

    FaultyProvider(FaultyFileSystem files) {
        this.files = files;
        this.real = files.real.provider();
    }

    @Override
    public String getScheme() {
        return "faulty";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
        throw noUri();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        throw noUri();
    }

    @Override
    public Path getPath(URI uri) {
        throw noUri();
    }

    private static UnsupportedOperationException noUri() {
        return new UnsupportedOperationException("faulty files have no URI: they are made by FaultyFiles.over(...)");
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        files.faults.perform(FileOperation.OPEN);
        return new FaultyChannel(files.faults, real.newFileChannel(FaultyPath.real(path), options, attributes));
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return newFileChannel(path, options, attributes);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path directory, Filter<? super Path> filter) throws IOException {
        files.faults.perform(FileOperation.LOOK);
        DirectoryStream<Path> entries =
                real.newDirectoryStream(FaultyPath.real(directory), entry -> filter.accept(files.path(entry)));
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return files.paths(entries).iterator();
            }

            @Override
            public void close() throws IOException {
                entries.close();
            }
        };
    }

    @Override
    public void createDirectory(Path directory, FileAttribute<?>... attributes) throws IOException {
        files.faults.perform(FileOperation.CHANGE);
        real.createDirectory(FaultyPath.real(directory), attributes);
    }

    @Override
    public void delete(Path path) throws IOException {
        files.faults.perform(FileOperation.CHANGE);
        real.delete(FaultyPath.real(path));
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        files.faults.perform(FileOperation.CHANGE);
        real.copy(FaultyPath.real(source), FaultyPath.real(target), options);
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        files.faults.perform(FileOperation.CHANGE);
        real.move(FaultyPath.real(source), FaultyPath.real(target), options);
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
        return real.isSameFile(FaultyPath.real(one), FaultyPath.real(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return real.isHidden(FaultyPath.real(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return real.getFileStore(FaultyPath.real(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        files.faults.perform(FileOperation.LOOK);
        real.checkAccess(FaultyPath.real(path), modes);
    }

    @Override
    public <V extends FileAttributeView> @Nullable V getFileAttributeView(
            Path path, Class<V> type, LinkOption... options) {
        return real.getFileAttributeView(FaultyPath.real(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        files.faults.perform(FileOperation.LOOK);
        return real.readAttributes(FaultyPath.real(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        files.faults.perform(FileOperation.LOOK);
        return real.readAttributes(FaultyPath.real(path), attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        files.faults.perform(FileOperation.CHANGE);
        real.setAttribute(FaultyPath.real(path), attribute, value, options);
    }
}
