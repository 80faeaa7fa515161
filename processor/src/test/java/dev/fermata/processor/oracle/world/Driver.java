package dev.fermata.processor.oracle.world;

/** Runs cases on one side. Each side's class loader has its own, named {@code oracle.Side}. */
public interface Driver {
    /**
     * Makes an instance of the case by its constructor without parameters and runs its {@code body(World)} to the end.
     *
     * @throws ReflectiveOperationException if the class is not of a case's shape
     */
    Run run(Class<?> caseClass, Schedule schedule) throws ReflectiveOperationException;
}
