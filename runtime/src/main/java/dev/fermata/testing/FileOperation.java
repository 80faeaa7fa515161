package dev.fermata.testing;

/** What {@link FaultyFiles} counts and can let fail. */
public enum FileOperation {
    /** Opening or creating a file. */
    OPEN,
    /** Reading a piece of a file. */
    READ,
    /** Writing a piece of a file. */
    WRITE,
    /** Having what was written reach the device. */
    FORCE,
    /** Looking at a file or directory: its length, attributes or entries. */
    LOOK,
    /** Changing a directory: creating, deleting, moving or copying. */
    CHANGE
}
