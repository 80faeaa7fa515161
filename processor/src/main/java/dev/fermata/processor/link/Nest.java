package dev.fermata.processor.link;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;

/** The class files of a top-level class and all classes within it: as javac wrote them, and as they are to be. */
final class Nest {
    private final String host;
    private final Map<String, byte[]> classFiles = new LinkedHashMap<>();

    private Nest(String host) {
        this.host = host;
    }

    static Nest read(String host, ClassOutput output, ClassOutput.Place place) throws IOException {
        Nest nest = new Nest(host);
        byte[] classFile;
        try {
            classFile = output.read(place, host);
        } catch (IOException failure) {
            throw new IOException(
                    "javac has written the class file of " + host.replace('/', '.') + " where it cannot be read back: "
                            + failure,
                    failure);
        }
        nest.classFiles.put(host, classFile);
        ClassNode node = parse(classFile, ClassReader.SKIP_CODE);
        if (node.nestMembers != null) {
            for (String member : node.nestMembers) {
                nest.classFiles.put(member, output.read(place, member));
            }
        }
        return nest;
    }

    Map<String, byte[]> classFiles() {
        return classFiles;
    }

    /** True if the class file is one that we have linked before: javac failed and did not write it anew. */
    boolean knows(String member) {
        return classFiles.containsKey(member);
    }

    /** The class-file version: the minor one in the upper, the major one in the lower half. */
    int version() {
        return parse(Objects.requireNonNull(classFiles.get(host)), ClassReader.SKIP_CODE).version;
    }

    /**
     * The class files that change: those of the owners, with their bodies redirected and their bridges, and the host's,
     * which gets to know the new members.
     */
    Map<String, byte[]> link(List<Site> sites, List<String> newMembers) {
        Map<String, ClassNode> nodes = new LinkedHashMap<>();
        classFiles.forEach((name, classFile) -> nodes.put(name, parse(classFile, 0)));
        Map<String, ClassNode> changed = new LinkedHashMap<>();
        Map<Site, LambdaMethod> lambdas = new HashMap<>();
        lambdas(sites, nodes).values().forEach(methods -> lambdas.putAll(methods.found()));
        for (Site site : sites) {
            ClassNode owner = Objects.requireNonNull(nodes.get(site.owner()));
            LambdaMethod lambda = lambdas.get(site);
            if (site.isMethod()) {
                Redirect.redirect(owner, site);
            } else if (lambda != null) {
                Redirect.redirect(lambda.method(), site, lambda.slots());
            }
            for (BridgeMethod bridge : site.bridges()) {
                ClassNode around = Objects.requireNonNull(nodes.get(bridge.host()));
                addBridge(around, bridge, nodes);
                changed.put(bridge.host(), around);
            }
            changed.put(site.owner(), owner);
        }
        changed.values().forEach(UnusedLambdas::drop);
        ClassNode top = Objects.requireNonNull(nodes.get(host));
        top.nestMembers = new ArrayList<>(top.nestMembers == null ? List.of() : top.nestMembers);
        top.nestMembers.addAll(newMembers);
        changed.put(host, top);
        Map<String, byte[]> written = new LinkedHashMap<>();
        changed.forEach((name, node) -> written.put(name, write(node)));
        return written;
    }

    /** The async lambdas whose methods cannot be told, each with what is unclear. */
    Map<Site, String> unclear(List<Site> sites) {
        Map<String, ClassNode> nodes = new LinkedHashMap<>();
        for (Site site : sites) {
            if (site.lambda() != null) {
                nodes.computeIfAbsent(site.owner(), name -> parse(Objects.requireNonNull(classFiles.get(name)), 0));
            }
        }
        Map<Site, String> unclear = new LinkedHashMap<>();
        lambdas(sites, nodes).values().forEach(methods -> unclear.putAll(methods.unclear()));
        return unclear;
    }

    private static Map<String, LambdaMethods> lambdas(List<Site> sites, Map<String, ClassNode> nodes) {
        Map<String, List<Site>> byOwner = sites.stream()
                .filter(site -> site.lambda() != null)
                .collect(Collectors.groupingBy(Site::owner, LinkedHashMap::new, Collectors.toList()));
        Map<String, LambdaMethods> methods = new LinkedHashMap<>();
        byOwner.forEach((owner, ofOwner) ->
                methods.put(owner, LambdaMethods.of(Objects.requireNonNull(nodes.get(owner)), ofOwner)));
        return methods;
    }

    private static void addBridge(ClassNode owner, BridgeMethod bridge, Map<String, ClassNode> nodes) {
        boolean there = owner.methods.stream()
                .anyMatch(method -> method.name.equals(bridge.name()) && method.desc.equals(bridge.descriptor()));
        if (!there) { // two methods of one owner may need the same bridge
            owner.methods.add(BridgeCode.definition(bridge, nodes));
        }
    }

    private static ClassNode parse(byte[] classFile, int flags) {
        ClassNode node = new ClassNode();
        new ClassReader(classFile).accept(node, flags);
        return node;
    }

    /** With a constant pool of its own, so that what nothing uses any more is gone. */
    private static byte[] write(ClassNode node) {
        ClassWriter writer = new ClassWriter(0);
        node.accept(writer);
        return writer.toByteArray();
    }
}
