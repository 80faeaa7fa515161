package oracle.places;

/** Gives its field to whoever implements it. */
interface Sized {
    int size = 42;
}
