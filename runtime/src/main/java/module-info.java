/** Fermata's runtime: tasks, the event loop they run on, and the vocabulary of {@link dev.fermata.Fermata}. */
module dev.fermata {
    requires static transitive org.jspecify;

    exports dev.fermata;
    exports dev.fermata.fs;
    exports dev.fermata.net;
    exports dev.fermata.sync;
    exports dev.fermata.testing;
}
