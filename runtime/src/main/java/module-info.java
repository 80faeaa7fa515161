/** Fermata's runtime: tasks, the event loop they run on, and the vocabulary of {@link dev.fermata.Fermata}. */
module dev.fermata {
    requires static org.junit.jupiter.api; // not transitive: a module without JUnit would not compile
    requires static transitive org.jspecify;

    exports dev.fermata;
    exports dev.fermata.flow;
    exports dev.fermata.fs;
    exports dev.fermata.net;
    exports dev.fermata.sync;
    exports dev.fermata.testing;
    exports dev.fermata.testing.junit;
}
