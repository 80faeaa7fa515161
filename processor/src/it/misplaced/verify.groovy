// An await outside an @Async method is an error at its own line and column, and the only one.
def errors = new File(basedir, 'build.log').readLines().findAll { it =~ /^\[ERROR\] .*Misplaced\.java:/ }.unique()
assert errors.size() == 1 : errors
assert errors[0] =~ /Misplaced\.java:\[9,16\] .*await.*@Async/ : errors
