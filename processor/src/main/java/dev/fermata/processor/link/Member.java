package dev.fermata.processor.link;

/**
 * A class, field or method as class files name it.
 *
 * @param owner the internal name of the class, or of the class that the member stands in
 * @param name the member's name, empty for the class itself
 * @param descriptor erased, empty for the class itself
 */
record Member(String owner, String name, String descriptor) {
    static Member type(String internalName) {
        return new Member(internalName, "", "");
    }
}
