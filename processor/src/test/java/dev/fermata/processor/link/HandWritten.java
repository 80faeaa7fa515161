package dev.fermata.processor.link;

import com.palantir.javapoet.ClassName;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fermata.processor.emit.Machine;
import dev.fermata.processor.ir.AsyncMethod;
import dev.fermata.processor.ir.Bridge;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Returns;
import dev.fermata.processor.ir.Start;
import dev.fermata.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/**
 * A machine written by hand for {@code Owner.method}, in place of the passes before link: a class {@code Owner_method}
 * (of nested owners: {@code Outer_Owner_method}) with a static method {@code enter}. A comment {@code //@n} at the end of
 * a line maps it to line n of the user's file.
 */
final class HandWritten {
    private static final Pattern LINE = Pattern.compile("//@(\\d+)$");

    private final String owner;
    private final String method;
    private final String source;
    private final List<String> widened = new ArrayList<>();
    private final List<Function<Lookup, Bridge>> bridges = new ArrayList<>();
    private final List<String> mentioned = new ArrayList<>();

    private HandWritten(String owner, String method, String source) {
        this.owner = owner;
        this.method = method;
        this.source = source;
    }

    static HandWritten machine(String qualifiedMethod, String source) {
        int dot = qualifiedMethod.lastIndexOf('.');
        return new HandWritten(qualifiedMethod.substring(0, dot), qualifiedMethod.substring(dot + 1), source);
    }

    /** Private members and types, by qualified name; a constructor is {@code Owner.<init>}. */
    HandWritten widening(String... names) {
        widened.addAll(List.of(names));
        return this;
    }

    HandWritten bridging(Function<Lookup, Bridge> bridge) {
        bridges.add(bridge);
        return this;
    }

    HandWritten mentioning(String... types) {
        mentioned.addAll(List.of(types));
        return this;
    }

    /** The front that knows these machines. */
    static Function<ProcessingEnvironment, Machines> front(HandWritten... machines) {
        return environment -> {
            Lookup lookup = new Lookup(environment);
            return type -> Stream.of(machines)
                    .filter(machine ->
                            Descriptors.outermost(lookup.type(machine.owner)).equals(type))
                    .map(machine -> machine.in(lookup))
                    .toList();
        };
    }

    private Machine in(Lookup lookup) {
        TypeElement type = lookup.type(owner);
        ExecutableElement element = lookup.method(owner + "." + method);
        ClassName name = ClassName.get(type);
        ClassName frame = ClassName.get(name.packageName(), String.join("_", name.simpleNames()) + "_" + method);
        String[] text = source.split("\n", -1);
        int[] lines = Stream.of(text).mapToInt(HandWritten::line).toArray();
        Set<Element> wide = widened.stream().map(lookup::element).collect(Collectors.toSet());
        Set<TypeElement> types = mentioned.stream().map(lookup::type).collect(Collectors.toSet());
        AsyncMethod async = new AsyncMethod(
                element,
                lookup.path(element),
                new Start.Call(List.of()),
                type,
                frame,
                List.of(),
                List.of(),
                Returns.TASK,
                ClassName.OBJECT,
                element.getModifiers().contains(Modifier.STATIC)
                        ? null
                        : Local.of("self", ClassName.OBJECT, Local.Kind.SELF, true),
                List.of(),
                Set.of(),
                new Stmt.Block(List.of(), 1),
                "",
                name.topLevelClassName().simpleName() + ".java",
                2,
                9,
                wide,
                Map.of(),
                bridges.stream().map(bridge -> bridge.apply(lookup)).toList(),
                List.of(),
                Set.of(),
                types);
        return new Machine(async, "enter", source, lines, null);
    }

    private static int line(String text) {
        Matcher comment = LINE.matcher(text);
        return comment.find() ? Integer.parseInt(comment.group(1)) : 0;
    }

    /** Finds elements by name. */
    record Lookup(ProcessingEnvironment environment) {
        TypeElement type(String name) {
            TypeElement found = environment.getElementUtils().getTypeElement(name);
            if (found == null) {
                throw new IllegalArgumentException("no type " + name);
            }
            return found;
        }

        TreePath path(Element element) {
            return Trees.instance(environment).getPath(element);
        }

        ExecutableElement method(String name) {
            return (ExecutableElement) element(name);
        }

        VariableElement field(String name) {
            return ElementFilter.fieldsIn(List.of(element(name))).get(0);
        }

        Element element(String name) {
            TypeElement type = environment.getElementUtils().getTypeElement(name);
            if (type != null) {
                return type;
            }
            int dot = name.lastIndexOf('.');
            return type(name.substring(0, dot)).getEnclosedElements().stream()
                    .filter(member -> member.getSimpleName().contentEquals(name.substring(dot + 1)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no member " + name));
        }
    }
}
