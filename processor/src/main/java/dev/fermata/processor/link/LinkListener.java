package dev.fermata.processor.link;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fermata.processor.emit.Machine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Does each step at the moment when javac has what is needed: translates a class once it is attributed and checked
 * ({@code ANALYZE}), notes which class files are written ({@code GENERATE}), and links at the end ({@code COMPILATION}),
 * if all went well. What goes wrong is reported as a bug of ours; nothing is thrown into javac.
 */
public final class LinkListener implements TaskListener {
    private final Machines machines;
    private final Sites sites;
    private final Linker linker;
    private final ReadableSources sources;
    private final Descriptors descriptors;
    private final Trees trees;
    private final Elements elements;
    private final BugReports bugs;
    private final List<Site> found = new ArrayList<>();
    private final List<Runnable> heldBack = new ArrayList<>();
    private final Set<String> analysed = new HashSet<>();
    private final Set<String> roots = new HashSet<>();
    private final Map<String, ClassOutput.Place> generated = new HashMap<>();

    private interface Step {
        void run() throws IOException;
    }

    private LinkListener(ProcessingEnvironment environment, Filer filer, Machines machines) {
        this.machines = machines;
        this.trees = Trees.instance(environment);
        this.elements = environment.getElementUtils();
        this.sites = new Sites(environment);
        this.bugs = new BugReports(trees);
        this.descriptors = new Descriptors(elements, environment.getTypeUtils());
        ClassOutput output = new ClassOutput(environment.getFiler(), filer);
        this.sources = new ReadableSources(filer, output);
        this.linker = new Linker(environment, output, generated, bugs);
    }

    /**
     * Has javac tell a new listener.
     *
     * @param environment javac's own, not wrapped
     * @param filer that which the build gave, wrapped or not: Gradle keeps account of what is created through it
     * @param front makes the passes before link
     */
    public static LinkListener attach(
            ProcessingEnvironment environment, Filer filer, Function<ProcessingEnvironment, Machines> front) {
        LinkListener listener = new LinkListener(environment, filer, front.apply(environment));
        JavacTask.instance(environment).addTaskListener(listener);
        return listener;
    }

    /** Tells of types that javac was given to compile. Others it looks up, and may analyse and yet not generate. */
    public void roots(Set<? extends Element> elements) {
        Set<TypeElement> types = ElementFilter.typesIn(elements);
        types.forEach(type -> roots.add(descriptors.internalName(type)));
        machines.roots(types);
    }

    @Override
    public void finished(TaskEvent event) {
        TypeElement type = event.getTypeElement();
        if (event.getKind() == TaskEvent.Kind.COMPILATION) {
            compiled();
        } else if (type != null && isClass(type)) {
            if (event.getKind() == TaskEvent.Kind.ANALYZE) {
                analysed(type);
            } else if (event.getKind() == TaskEvent.Kind.GENERATE) {
                generated.put(
                        descriptors.internalName(type), ClassOutput.Place.of(type, event.getSourceFile(), elements));
            }
        }
    }

    /** Not a module or package; and not a local or anonymous class, which no other class's source names. */
    private static boolean isClass(TypeElement type) {
        return (type.getKind().isClass() || type.getKind().isInterface())
                && !type.getQualifiedName().isEmpty()
                && !type.getSimpleName().contentEquals("package-info")
                && !type.getSimpleName().contentEquals("module-info");
    }

    private void analysed(TypeElement type) {
        analysed.add(descriptors.internalName(type));
        TreePath path = trees.getPath(type);
        if (path != null) {
            Position position = Position.of(path);
            // Whether the class is free of errors is not known yet; in one that is not we may well have stumbled.
            guarded(() -> translate(type), reason -> heldBack.add(() -> bugs.report(position, type, reason)));
        }
    }

    private void translate(TypeElement type) throws IOException {
        for (Machine machine : machines.machines(type)) {
            Site site = sites.site(machine);
            sources.write(site);
            found.add(site);
        }
    }

    private void compiled() {
        found.removeIf(site -> !generated.containsKey(site.host()));
        if (succeeded()) {
            heldBack.forEach(Runnable::run);
            if (heldBack.isEmpty() && !found.isEmpty()) {
                Site first = found.get(0);
                guarded(
                        () -> linker.link(found),
                        reason -> bugs.report(
                                first.position(), first.machine().method().element(), reason));
            }
        }
    }

    /** An error keeps javac from generating what it has analysed. */
    private boolean succeeded() {
        return analysed.stream()
                .filter(name -> roots.isEmpty() || roots.contains(name))
                .allMatch(generated::containsKey);
    }

    private static void guarded(Step step, Consumer<String> report) {
        try {
            step.run();
        } catch (Exception | LinkageError | StackOverflowError | AssertionError failure) {
            report.accept(BugReports.reason(failure));
        }
    }
}
