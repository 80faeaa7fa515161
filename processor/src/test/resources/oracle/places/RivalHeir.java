package oracle.places;

/** Has a method and, from an interface, a field whose names are those of private members of its superclass. */
class RivalHeir extends RivalBase implements Sized {
    String name(Object of) {
        return "heir's " + of;
    }
}
