package dev.fermata.processor.link;

import dev.fermata.processor.emit.Options;
import dev.fermata.processor.ir.FrameClasses;
import dev.fermata.processor.link.NestedCompilation.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/**
 * Once the outer compilation has written its class files: compiles all machines over the widened view of their nests,
 * and only if that succeeded writes them, and has the owners' bodies call them.
 */
final class Linker {
    private final Elements elements;
    private final ClassOutput output;
    private final Descriptors descriptors;
    private final Origins origins;
    private final BugReports bugs;
    private final boolean lint;

    /** @param generated where the classes that this compilation has written are, by internal name */
    Linker(
            ProcessingEnvironment environment,
            ClassOutput output,
            Map<String, ClassOutput.Place> generated,
            BugReports bugs) {
        this.elements = environment.getElementUtils();
        this.output = output;
        this.descriptors = new Descriptors(elements, environment.getTypeUtils());
        this.origins = new Origins(elements, environment.getFiler(), output, descriptors, generated);
        this.bugs = bugs;
        this.lint = Options.of(environment.getOptions()).lint();
    }

    void link(List<Site> sites) throws IOException {
        Map<String, List<Site>> byHost =
                sites.stream().collect(Collectors.groupingBy(Site::host, LinkedHashMap::new, Collectors.toList()));
        Map<String, Nest> nests = new LinkedHashMap<>();
        for (Map.Entry<String, List<Site>> host : byHost.entrySet()) {
            nests.put(
                    host.getKey(),
                    Nest.read(host.getKey(), output, host.getValue().get(0).place()));
        }
        if (sites.stream()
                .anyMatch(site -> Objects.requireNonNull(nests.get(site.host())).knows(site.frame()))) {
            return;
        }
        Map<Site, String> unclear = new LinkedHashMap<>();
        byHost.forEach((host, ofHost) ->
                unclear.putAll(Objects.requireNonNull(nests.get(host)).unclear(ofHost)));
        if (!unclear.isEmpty()) {
            unclear.forEach((site, reason) -> bugs.reportNotTold(site.position(), reason));
            return;
        }
        Map<Site, LocalName> unwritten = new LinkedHashMap<>();
        sites.forEach(site -> site.locals().stream()
                .filter(local -> !Objects.requireNonNull(nests.get(site.host()))
                        .classFiles()
                        .containsKey(local.real()))
                .findFirst()
                .ifPresent(local -> unwritten.put(site, local)));
        if (!unwritten.isEmpty()) {
            unwritten.forEach(bugs::reportNotWritten);
            return;
        }
        LocalNames locals = locals(sites, nests.values());
        Outcome outcome = compile(sites, nests, locals);
        if (!outcome.errors().isEmpty()) {
            report(outcome, sites);
            return;
        }
        outcome.warnings().forEach((frame, text) -> bugs.showLint(siteOf(frame, sites), text));
        Map<Site, Map<String, byte[]>> machines = bySite(outcome.classes(), sites, locals);
        machines.forEach((site, classes) -> classes.values()
                .forEach(classFile ->
                        CodeSizes.of(classFile).forEach((method, size) -> bugs.warnIfInterpreted(site, size))));
        Map<String, Map<String, byte[]>> owners = new LinkedHashMap<>();
        byHost.forEach((host, ofHost) -> {
            List<String> members = ofHost.stream()
                    .flatMap(site -> Objects.requireNonNull(machines.get(site)).keySet().stream())
                    .toList();
            owners.put(host, Objects.requireNonNull(nests.get(host)).link(ofHost, members));
        });
        for (Map.Entry<Site, Map<String, byte[]>> machine : machines.entrySet()) {
            Site site = machine.getKey();
            for (Map.Entry<String, byte[]> classFile : machine.getValue().entrySet()) {
                output.create(
                        site.place(),
                        classFile.getKey(),
                        classFile.getValue(),
                        site.machine().method().owner());
            }
        }
        for (Map.Entry<String, Map<String, byte[]>> owner : owners.entrySet()) {
            write(
                    owner.getValue(),
                    Objects.requireNonNull(byHost.get(owner.getKey())).get(0).place());
        }
    }

    private static LocalNames locals(List<Site> sites, Collection<Nest> nests) {
        Map<String, byte[]> classFiles = new LinkedHashMap<>();
        nests.forEach(nest -> classFiles.putAll(nest.classFiles()));
        Map<Member, String> renamed = new LinkedHashMap<>();
        sites.forEach(site -> renamed.putAll(site.renamed()));
        List<LocalName> names =
                sites.stream().flatMap(site -> site.locals().stream()).toList();
        return new LocalNames(names, new PrivateMembers(renamed), classFiles);
    }

    private Outcome compile(List<Site> sites, Map<String, Nest> nests, LocalNames locals) throws IOException {
        try (Scratch scratch = new Scratch();
                NeededClasses needed = new NeededClasses(elements, origins)) {
            Set<TypeElement> mentioned = new LinkedHashSet<>();
            FrameClasses.NAMES.forEach(frame -> mentioned.add(elements.getTypeElement(frame)));
            for (Site site : sites) {
                mentioned.add(site.machine().method().owner());
                mentioned.addAll(site.machine().method().mentioned());
            }
            List<TypeElement> missing = needed.add(mentioned, descriptors);
            if (!missing.isEmpty()) {
                throw new IllegalStateException("no class file found of " + missing);
            }
            List<Path> classPath = new ArrayList<>();
            classPath.add(scratch.folder("view", view(sites, nests, locals, aroundProtected(sites, needed))));
            classPath.add(scratch.folder("copies", needed.copies()));
            classPath.addAll(needed.roots());
            Path out = scratch.folder("out", Map.of());
            return new NestedCompilation(out, classPath, options(nests.values()), lint).compile(sites);
        }
    }

    /** The classes of other packages that have a protected class which a body uses: they tell what may name it. */
    private List<byte[]> aroundProtected(List<Site> sites, NeededClasses needed) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        for (Site site : sites) {
            site.machine().method().widened().stream()
                    .filter(element -> element instanceof TypeElement
                            && element.getModifiers().contains(Modifier.PROTECTED))
                    .forEach(type -> names.add(descriptors.internalName(Descriptors.enclosing(type))));
        }
        List<byte[]> classFiles = new ArrayList<>();
        for (String name : names) {
            byte[] classFile = needed.classFile(name);
            if (classFile == null) {
                throw new IllegalStateException("no class file found of " + name);
            }
            classFiles.add(classFile);
        }
        return classFiles;
    }

    private static Map<String, byte[]> view(
            List<Site> sites, Map<String, Nest> nests, LocalNames locals, List<byte[]> others) {
        Set<Member> widened = new HashSet<>();
        Map<String, List<BridgeMethod>> bridges = new LinkedHashMap<>();
        for (Site site : sites) {
            widened.addAll(site.widened());
            for (BridgeMethod bridge : site.bridges()) {
                List<BridgeMethod> ofHost = bridges.computeIfAbsent(bridge.host(), host -> new ArrayList<>());
                if (!ofHost.contains(bridge)) {
                    ofHost.add(bridge);
                }
            }
        }
        WidenedView view = new WidenedView(widened, bridges, locals);
        Map<String, byte[]> classFiles = new TreeMap<>(view.of(others));
        nests.values()
                .forEach(nest -> classFiles.putAll(view.of(nest.classFiles().values())));
        return classFiles;
    }

    /** The language and platform of the outer compilation, which the class files that it wrote tell. */
    private List<String> options(Collection<Nest> nests) throws IOException {
        String release = String.valueOf((nests.iterator().next().version() & 0xffff) - 44);
        boolean older = !release.equals(String.valueOf(Runtime.version().feature()));
        boolean preview = nests.stream().anyMatch(nest -> nest.version() >>> 16 == 0xffff);
        List<String> options = new ArrayList<>();
        if (older && origins.isOlderPlatform()) {
            options.addAll(List.of("--release", release));
        } else if (older) {
            options.addAll(List.of("-source", release, "-target", release));
        } else if (preview) {
            options.addAll(List.of("-source", release));
        }
        if (preview) {
            options.add("--enable-preview");
        }
        return options;
    }

    private void report(Outcome outcome, List<Site> sites) {
        outcome.errors().forEach((frame, failure) -> {
            Site site = siteOf(frame, sites);
            if (failure.tooLarge()) {
                bugs.reportTooLarge(site, failure.line());
            } else if (!site.machine().method().inferred().isEmpty()) {
                bugs.reportInferred(site, failure);
            } else {
                bugs.report(site.position(), site.machine().method().element(), failure.message());
            }
        });
    }

    private static Site siteOf(String frame, List<Site> sites) {
        return sites.stream()
                .filter(site -> site.frame().equals(frame))
                .findFirst()
                .orElse(sites.get(0));
    }

    /** Each machine's class files, with those of the classes within it, as members of their nest. */
    private static Map<Site, Map<String, byte[]>> bySite(
            Map<String, byte[]> classes, List<Site> sites, LocalNames locals) {
        Map<Site, Map<String, byte[]>> machines = new LinkedHashMap<>();
        Map<String, Site> byFrame = new HashMap<>();
        for (Site site : sites) {
            byFrame.put(site.frame(), site);
            machines.put(site, new TreeMap<>());
        }
        classes.forEach((name, classFile) -> {
            Site site = around(name, byFrame);
            Objects.requireNonNull(machines.get(site)).put(name, NestMate.of(locals.restore(classFile), site));
        });
        machines.forEach((site, machine) -> requireEntry(machine.get(site.frame()), site));
        return machines;
    }

    /** The machine that a class is, or is within. A dollar in its name may also be one of the user's. */
    private static Site around(String name, Map<String, Site> byFrame) {
        String at = name;
        while (!byFrame.containsKey(at)) {
            at = at.substring(0, at.lastIndexOf('$'));
        }
        return Objects.requireNonNull(byFrame.get(at));
    }

    private static void requireEntry(byte @Nullable [] classFile, Site site) {
        ClassNode frame = new ClassNode();
        if (classFile != null) {
            new ClassReader(classFile).accept(frame, ClassReader.SKIP_CODE);
        }
        String entry = site.machine().entry();
        if (frame.methods.stream()
                .noneMatch(m -> m.name.equals(entry)
                        && (site.descriptor().isEmpty() || m.desc.equals(site.entryDescriptor())))) {
            throw new IllegalStateException(site.frame() + " has no method " + entry + site.entryDescriptor());
        }
    }

    private void write(Map<String, byte[]> classFiles, ClassOutput.Place place) throws IOException {
        for (Map.Entry<String, byte[]> classFile : classFiles.entrySet()) {
            output.write(place, classFile.getKey(), classFile.getValue());
        }
    }
}
