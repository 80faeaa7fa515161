package dev.fermata.processor.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MutantTest {
    private static final List<Mutant> MUTANTS = Mutant.all();

    @Test
    void each_mutant_changes_a_text_that_is_there_once() {
        for (Mutant mutant : MUTANTS) {
            assertThat(mutant.occurrences())
                    .as(mutant.name() + " in " + mutant.file())
                    .isEqualTo(1);
            assertThat(mutant.mutated()).isNotEqualTo(mutant.source());
        }
    }

    @Test
    void there_are_enough_of_them_and_each_has_a_name_of_its_own() {
        assertThat(MUTANTS)
                .hasSizeGreaterThanOrEqualTo(60)
                .extracting(Mutant::name)
                .doesNotHaveDuplicates();
    }
}
