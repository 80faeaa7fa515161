package dev.fermata.processor.link;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * The class path of the nested compilation: what the bodies mention, and whatever a compiler may look at to understand it.
 *
 * <p>Every type of every expression is among the mentioned. To choose a method javac compares these, and so their super
 * types, with the parameters of the candidates; where an argument is a lambda, with the parameters of the one method of a
 * parameter's type. So what can matter is at most {@value #SIGNATURES} steps from a signature to a class that it names,
 * and any number of steps to a super type before, between and after.
 *
 * <p>A class that would be found in another place than the outer compilation found it in (the same name is in two jars) is
 * copied, to go first.
 */
final class NeededClasses implements Closeable {
    private static final int SIGNATURES = 2;

    private final Elements elements;
    private final Origins origins;
    private final Map<String, Origins.Origin> origin = new HashMap<>();
    private final Map<Path, ClassRoot> roots = new LinkedHashMap<>();
    private final Map<String, Integer> seen = new LinkedHashMap<>();
    private final Map<String, ClassRoot> rootOf = new HashMap<>();
    private final Map<String, byte[]> copies = new TreeMap<>();
    private final Deque<Step> open = new ArrayDeque<>();

    private record Step(String name, String topLevel, int signatures) {}

    NeededClasses(Elements elements, Origins origins) {
        this.elements = elements;
        this.origins = origins;
    }

    /** @return those of which no class file was found */
    List<TypeElement> add(Collection<TypeElement> mentioned, Descriptors descriptors) throws IOException {
        List<TypeElement> missing = new ArrayList<>();
        for (TypeElement type : mentioned) {
            TypeElement topLevel = Descriptors.outermost(type);
            String name = descriptors.internalName(topLevel);
            if (!origin.containsKey(name)) {
                origin.put(name, origins.of(topLevel));
            }
            if (origin.get(name) instanceof Origins.Missing) {
                missing.add(topLevel);
            } else {
                open.add(new Step(name, name, SIGNATURES));
                open.add(new Step(descriptors.internalName(type), name, SIGNATURES));
            }
        }
        while (!open.isEmpty()) {
            visit(open.remove());
        }
        return missing;
    }

    /** Folders and jars, in an order in which {@link #copies} makes the outcome the outer compilation's. */
    List<Path> roots() {
        return List.copyOf(roots.keySet());
    }

    /** Class files by internal name, to be found before all {@link #roots}. */
    Map<String, byte[]> copies() throws IOException {
        for (Map.Entry<String, ClassRoot> needed : rootOf.entrySet()) {
            for (ClassRoot root : roots.values()) {
                if (root == needed.getValue()) {
                    break;
                }
                if (root.has(needed.getKey())) {
                    byte[] classFile = needed.getValue().read(needed.getKey());
                    if (classFile != null) {
                        copies.put(needed.getKey(), classFile);
                    }
                    break;
                }
            }
        }
        return copies;
    }

    /** The class file of a class that was added or needed; null if none was found. */
    byte @Nullable [] classFile(String name) throws IOException {
        ClassRoot root = rootOf.get(name);
        return root == null ? copies.get(name) : root.read(name);
    }

    private void visit(Step step) throws IOException {
        Integer before = seen.get(step.name());
        if (before != null && before >= step.signatures()) {
            return;
        }
        seen.put(step.name(), step.signatures());
        byte[] classFile = read(step);
        if (classFile == null) {
            return;
        }
        References references = References.of(classFile);
        for (String parent : references.supers()) {
            open.add(new Step(parent, references.outermost(parent), step.signatures()));
        }
        if (step.signatures() > 0) {
            for (String named : references.signatures()) {
                open.add(new Step(named, references.outermost(named), step.signatures() - 1));
            }
        }
    }

    private byte @Nullable [] read(Step step) throws IOException {
        if (step.topLevel().startsWith("java/")) {
            return null;
        }
        Origins.Origin found = origin.get(step.topLevel());
        if (found == null) {
            TypeElement element = elements.getTypeElement(step.topLevel().replace('/', '.'));
            found = element == null ? new Origins.Missing() : origins.of(element);
            origin.put(step.topLevel(), found);
        }
        if (found instanceof Origins.Root at) {
            ClassRoot root = roots.get(at.path());
            if (root == null) {
                root = new ClassRoot(at.path());
                roots.put(at.path(), root);
            }
            rootOf.put(step.name(), root);
            return root.read(step.name());
        } else if (found instanceof Origins.Loose loose) {
            byte[] classFile = loose.reader().read(step.name());
            copies.put(step.name(), classFile);
            return classFile;
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        for (ClassRoot root : roots.values()) {
            root.close();
        }
    }
}
