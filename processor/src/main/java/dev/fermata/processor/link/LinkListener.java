package dev.fermata.processor.link;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fermata.processor.emit.Machine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

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
    private final BugReports bugs;
    private final List<Site> found = new ArrayList<>();
    private final List<Runnable> reports = new ArrayList<>();
    private final Set<String> analysed = new HashSet<>();
    private final Set<String> generated = new HashSet<>();

    private LinkListener(ProcessingEnvironment environment, Machines machines) {
        this.machines = machines;
        this.trees = Trees.instance(environment);
        this.sites = new Sites(environment, trees);
        this.bugs = new BugReports(trees);
        this.descriptors = new Descriptors(environment.getElementUtils(), environment.getTypeUtils());
        ClassOutput output = new ClassOutput(environment.getFiler());
        this.sources = new ReadableSources(environment.getFiler(), output);
        this.linker = new Linker(environment, output, generated, bugs);
    }

    /**
     * Has javac tell a new listener.
     *
     * @param environment javac's own, not wrapped
     */
    public static void attach(ProcessingEnvironment environment, Function<ProcessingEnvironment, Machines> front) {
        JavacTask.instance(environment).addTaskListener(new LinkListener(environment, front.apply(environment)));
    }

    @Override
    public void finished(TaskEvent event) {
        TypeElement type = event.getTypeElement();
        switch (event.getKind()) {
            case ANALYZE -> {
                if (type != null && isClass(type)) {
                    analysed(type);
                }
            }
            case GENERATE -> {
                if (type != null) {
                    generated.add(descriptors.internalName(type));
                }
            }
            case COMPILATION -> compiled();
            default -> {}
        }
    }

    private static boolean isClass(TypeElement type) {
        return (type.getKind().isClass() || type.getKind().isInterface())
                && !type.getQualifiedName().isEmpty()
                && !type.getSimpleName().contentEquals("package-info");
    }

    private void analysed(TypeElement type) {
        analysed.add(descriptors.internalName(type));
        TreePath path = trees.getPath(type);
        if (path == null) {
            return;
        }
        try {
            for (Machine machine : machines.machines(type)) {
                Site site = sites.site(machine);
                sources.write(site);
                found.add(site);
            }
        } catch (Exception | LinkageError | StackOverflowError | AssertionError failure) {
            // Whether the class is free of errors is not known yet; in one that is not we may well have stumbled.
            Position position = Position.of(path);
            reports.add(() -> bugs.report(position, type, BugReports.reason(failure)));
        }
    }

    private void compiled() {
        if (generated.containsAll(analysed)) {
            reports.forEach(Runnable::run);
            if (reports.isEmpty() && !found.isEmpty()) {
                link();
            }
        }
        reports.clear();
        found.clear();
    }

    private void link() {
        try {
            linker.link(found);
        } catch (Exception | LinkageError | StackOverflowError | AssertionError failure) {
            Site first = found.get(0);
            bugs.report(first.position(), first.machine().method().element(), BugReports.reason(failure));
        }
    }
}
