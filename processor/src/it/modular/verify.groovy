// Runs what was compiled as the named module that it is.
def runtime = new File(localRepositoryPath, "dev/fermata/fermata-runtime/$version/fermata-runtime-${version}.jar")
def modulePath = [new File(basedir, 'target/classes'), runtime].join(File.pathSeparator)
def java = new File(System.getProperty('java.home'), 'bin/java').path

def process = new ProcessBuilder(
                java, '--module-path', modulePath, '--module', 'com.example.modular/com.example.modular.Counting')
        .redirectErrorStream(true)
        .start()
def output = process.inputStream.text.readLines()
assert process.waitFor() == 0 : output
assert output == ['13']
