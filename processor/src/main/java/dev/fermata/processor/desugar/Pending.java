package dev.fermata.processor.desugar;

import static java.util.Objects.requireNonNull;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Expr;
import dev.fermata.processor.ir.Label;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.ir.Part;
import dev.fermata.processor.ir.Returns;
import dev.fermata.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The leaves that one {@code finally} holds up: each gets a number, which {@code exit} keeps until the finally has run. */
final class Pending {
    private static final ClassName TASK = ClassName.get("dev.fermata", "Task");
    static final TypeName VOID = ClassName.get(Void.class);
    static final TypeName VOID_TASK = ParameterizedTypeName.get(TASK, VOID);

    /** Where the finally begins. */
    final Label label = new Label("finally");

    private final Local failure;
    private final Local exit = Local.temporary("exit", TypeName.INT);
    private final Local value;
    private final Local task;
    private final Map<Key, Integer> numbers = new LinkedHashMap<>();

    /** What two leaves have in common that can go on together. */
    private record Key(Class<?> kind, @Nullable Label label, boolean task, boolean value) {}

    Pending(Returns returns, TypeName result, Local failure) {
        this.failure = failure;
        this.value = Local.temporary("returned", upper(result));
        this.task = Local.temporary(
                switch (returns) {
                    case TASK, VOID -> "returnedTask";
                    case FUTURE, STAGE -> "returnedStage";
                    case SEQUENCE -> "returnedSequence";
                },
                ParameterizedTypeName.get(returned(returns), WildcardTypeName.subtypeOf(upper(result))));
    }

    private static ClassName returned(Returns returns) {
        return switch (returns) {
            case TASK, VOID -> TASK;
            case FUTURE, STAGE -> ClassName.get(CompletionStage.class);
            case SEQUENCE -> ClassName.get("dev.fermata", "AsyncSequence");
        };
    }

    Stmt.Leave detour(Stmt.Leave leave) {
        List<Stmt> before = new ArrayList<>();
        int line = leave.line();
        if (leave instanceof Stmt.Return returned && returned.value() != null) {
            Local kept = returned.task() ? task : value;
            before.add(new Stmt.Evaluate(new Expr.Template(Code.assign(kept, returned.value(), line), kept.type())));
        }
        int number = numbers.computeIfAbsent(key(leave), k -> numbers.size() + 1);
        before.add(noFailure(line));
        before.add(assign(exit, Integer.toString(number), line));
        return new Stmt.Detour(before, label, line);
    }

    private Key key(Stmt.Leave leave) {
        if (leave instanceof Stmt.Break jump) {
            return new Key(Stmt.Break.class, jump.label(), false, false);
        } else if (leave instanceof Stmt.Continue jump) {
            return new Key(Stmt.Continue.class, jump.label(), false, false);
        } else if (leave instanceof Stmt.Return returned) {
            return new Key(Stmt.Return.class, null, returned.task(), returned.value() != null);
        }
        throw new IllegalStateException("not a leave of the user's: " + leave);
    }

    /** Where the protected part ends otherwise than by a failure. */
    Stmt noFailure(int line) {
        return assign(failure, "null", line);
    }

    /** Where the protected part ends otherwise than by a leave. */
    List<Stmt> noLeave(int line) {
        return numbers.isEmpty() ? List.of() : List.of(assign(exit, "0", line));
    }

    private static Stmt assign(Local local, String value, int line) {
        Code code = Code.of(line, new Part.Use(local, Part.Access.WRITE), new Part.Text(" = " + value));
        return new Stmt.Evaluate(new Expr.Plain(code, local.type(), false));
    }

    /** What stands after the finally: the pending leave goes on, from there outwards. */
    List<Stmt> after(Scope outer, int line) {
        List<Stmt> result = new ArrayList<>();
        numbers.forEach((key, number) -> {
            Expr held = new Expr.Plain(
                    Code.of(line, new Part.Use(exit, Part.Access.READ), new Part.Text(" == " + number)),
                    TypeName.BOOLEAN,
                    false);
            result.add(new Stmt.If(held, new Stmt.Block(List.of(outer.leave(resumed(key, line))), line), null, line));
        });
        return result;
    }

    private Stmt.Leave resumed(Key key, int line) {
        if (key.kind() == Stmt.Return.class) {
            Local kept = key.task() ? task : value;
            Expr read = new Expr.Plain(Code.read(kept, line), kept.type(), false);
            return new Stmt.Return(key.value() ? read : null, key.task(), line);
        }
        Label label = requireNonNull(key.label());
        return key.kind() == Stmt.Break.class ? new Stmt.Break(label, line) : new Stmt.Continue(label, line);
    }

    private static TypeName upper(TypeName type) {
        return type instanceof WildcardTypeName wildcard
                ? wildcard.upperBounds().get(0)
                : type;
    }
}
