// Runs what was compiled, as its user would: the classes and the runtime's jar, nothing else.
def runtime = new File(localRepositoryPath, "dev/fermata/fermata-runtime/$version/fermata-runtime-${version}.jar")
def classPath = [new File(basedir, 'target/classes'), runtime].join(File.pathSeparator)
def java = new File(System.getProperty('java.home'), 'bin/java').path

def process = new ProcessBuilder(java, '-classpath', classPath, 'com.example.Greeter', 'Ada', 'Alan')
        .redirectErrorStream(true)
        .start()
def output = process.inputStream.text.readLines()
assert process.waitFor() == 0 : output
assert output == ['hello Ada, hello Alan, 2 in all', 'no name at Greeter.java:41']

// The machine that runs is source that one can open.
assert new File(basedir, 'target/generated-sources/annotations/com/example').list().any { it.startsWith('Greeter_greet') }

// The processor's jar carries what it needs, under names that no other processor has.
def processor = new java.util.zip.ZipFile(
        new File(localRepositoryPath, "dev/fermata/fermata-processor/$version/fermata-processor-${version}.jar"))
def classes = processor.entries().collect { it.name }.findAll { it.endsWith('.class') }
processor.close()
assert classes.every { it.startsWith('dev/fermata/processor/') }
assert classes.any { it.startsWith('dev/fermata/processor/shaded/asm/') }
assert classes.any { it.startsWith('dev/fermata/processor/shaded/javapoet/') }
