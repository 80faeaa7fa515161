package dev.fermata.processor.link;

import com.sun.source.util.Trees;
import dev.fermata.processor.link.NestedCompilation.Failure;
import dev.fermata.processor.message.Message;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.tools.Diagnostic;

/** Tells the user, where he wrote the method, what linking found: failures of ours, and a few things that are his to change. */
final class BugReports {
    private final Trees trees;

    BugReports(Trees trees) {
        this.trees = trees;
    }

    /** @param subject the {@code @Async} method, or the class if it is not known which of its methods */
    void report(Position position, Element subject, String reason) {
        String message =
                "Fermata could not compile %s: this is a bug in Fermata, not in your code. Please report it with this message: %s"
                        .formatted(name(subject), reason);
        trees.printMessage(Diagnostic.Kind.ERROR, message, position.tree(), position.unit());
    }

    private static String name(Element subject) {
        return subject instanceof ExecutableElement
                ? subject.getEnclosingElement() + "." + subject
                : subject.toString();
    }

    /** That a body needs a type which only javac knows: the first of two failures of the nested compilation that are not ours. */
    void reportInferred(Site site, Failure failure) {
        int line = site.machine().lineFrom(failure.line());
        print(Diagnostic.Kind.ERROR, site, Message.INFERRED_TYPE.format(site.name(), line, failure.message()));
    }

    /** The other. */
    void reportTooLarge(Site site, int generatedLine) {
        print(
                Diagnostic.Kind.ERROR,
                site,
                Message.MACHINE_TOO_LARGE.format(site.name(), site.machine().lineFrom(generatedLine)));
    }

    /** That a body names a class which javac has left out. */
    void reportNotWritten(Site site, LocalName missing) {
        print(Diagnostic.Kind.ERROR, site, Message.LOCAL_CLASS_NOT_WRITTEN.format(missing.simpleName(), site.name()));
    }

    /** Tells of a method that would run, but never as fast as others. */
    void warnIfInterpreted(Site site, int size) {
        if (size > CodeSizes.LARGEST_COMPILED) {
            print(Diagnostic.Kind.WARNING, site, Message.INTERPRETED_FOR_EVER.format(site.name(), size));
        }
    }

    /** Shows what javac would warn of in a generated class. */
    void showLint(Site site, String warnings) {
        print(
                Diagnostic.Kind.WARNING,
                site,
                "In the class that Fermata generated for %s: %s".formatted(site.name(), warnings));
    }

    private void print(Diagnostic.Kind kind, Site site, String message) {
        trees.printMessage(
                kind, message, site.position().tree(), site.position().unit());
    }

    /** That a lambda looks like another: the user's to change, too. */
    void reportNotTold(Position position, String reason) {
        String message = Message.LAMBDA_NOT_TOLD_APART.format(reason);
        trees.printMessage(Diagnostic.Kind.ERROR, message, position.tree(), position.unit());
    }

    /** What failed and where in our code, on one line. */
    static String reason(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return failure + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
