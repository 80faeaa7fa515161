package dev.fermata.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.fermata.processor.graph.Block;
import dev.fermata.processor.graph.Exit;
import dev.fermata.processor.ir.AsyncMethod;
import dev.fermata.processor.ir.Local;
import dev.fermata.processor.live.Deaths;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Fields of the frame, which the first call makes: for a machine of several methods. Nothing is saved or restored, so an
 * await costs the same however many locals there are; a reference that nobody will read is cleared where it dies.
 */
final class InFields implements Storage {
    private final AsyncMethod method;
    private final Names names;
    private final Deaths deaths;
    private final Set<Local> fields;

    InFields(AsyncMethod method, Names names, Variables variables, Deaths deaths) {
        this.method = method;
        this.names = names;
        this.deaths = deaths;
        this.fields = new LinkedHashSet<>(Frames.passed(method));
        fields.retainAll(variables.used());
        fields.addAll(variables.shared());
    }

    Set<Local> fields() {
        return fields;
    }

    @Override
    public String frame() {
        return "this";
    }

    @Override
    public CodeBlock make(String line) {
        return CodeBlock.of("");
    }

    @Override
    public Set<Local> copiedForLambdas() {
        return fields;
    }

    @Override
    public CodeBlock begin(Block block) {
        return cleared(deaths.atBegin(block), block.line());
    }

    @Override
    public CodeBlock beforeAwait(Block block, Exit.Suspend suspend) {
        return cleared(deaths.atAwait(block, suspend), suspend.line());
    }

    private CodeBlock cleared(Set<Local> dead, int line) {
        CodeBlock.Builder out = CodeBlock.builder();
        for (Local local : dead) {
            if (fields.contains(local)
                    && local != method.self()
                    && !local.type().isPrimitive()) {
                out.add("$L$L = null;\n", Marks.line(line), names.of(local));
            }
        }
        return out.build();
    }

    @Override
    public CodeBlock hold(Block block, Exit.Suspend suspend) {
        return CodeBlock.of("");
    }
}
