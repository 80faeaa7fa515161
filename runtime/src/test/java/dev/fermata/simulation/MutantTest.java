package dev.fermata.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MutantTest {
    private static final List<Mutant> MUTANTS = Mutant.all();

    @Test
    void eachMutantChangesATextThatIsThereOnce() {
        for (Mutant mutant : MUTANTS) {
            assertThat(mutant.occurrences())
                    .as(mutant.name() + " in " + mutant.file())
                    .isEqualTo(1);
            assertThat(mutant.mutated()).isNotEqualTo(mutant.source());
        }
    }

    @Test
    void eachHasANameOfItsOwn() {
        assertThat(MUTANTS)
                .hasSizeGreaterThanOrEqualTo(60)
                .extracting(Mutant::name)
                .doesNotHaveDuplicates();
    }
}
