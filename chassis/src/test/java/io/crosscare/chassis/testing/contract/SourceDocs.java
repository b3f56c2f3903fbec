package io.crosscare.chassis.testing.contract;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What the sources say of their types, read with the JDK's own parser; a file is parsed when one of its types is asked for. */
final class SourceDocs {

    private static final Map<List<Path>, SourceDocs> READ = new ConcurrentHashMap<>();
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final StandardJavaFileManager FILES =
            COMPILER.getStandardFileManager(null, null, StandardCharsets.UTF_8);
    private static final TypeDoc SILENT = new TypeDoc(Words.NONE, Map.of(), Map.of(), Map.of());

    private final List<Path> roots;
    private final Map<String, TypeDoc> types = new HashMap<>();

    private SourceDocs(List<Path> roots) {
        this.roots = roots;
    }

    /**
     * Reads from source folders, each file once: sources do not change while tests run.
     *
     * @param roots folders that hold packages
     */
    static SourceDocs under(List<Path> roots) {
        return READ.computeIfAbsent(List.copyOf(roots), SourceDocs::new);
    }

    /**
     * A piece of Javadoc.
     *
     * @param text in Markdown, on one line
     * @param codes what is set as code, in order
     * @param links types it links to, as far as they are known; constants are no part of the text
     */
    record Words(String text, List<String> codes, List<Class<?>> links) {

        static final Words NONE = new Words("", List.of(), List.of());

        boolean isSilent() {
            return text.isEmpty();
        }
    }

    /** A method; parameters by name. */
    record MethodDoc(Words words, Map<String, Words> params, Words returned, Words thrown) {

        static final MethodDoc SILENT = new MethodDoc(Words.NONE, Map.of(), Words.NONE, Words.NONE);
    }

    /**
     * A type.
     *
     * @param params components of a record
     * @param methods by name and number of parameters: {@code settle/4}
     * @param constants fields and constants by name
     */
    record TypeDoc(
            Words words, Map<String, Words> params, Map<String, MethodDoc> methods, Map<String, Words> constants) {

        Words param(String name) {
            return params.getOrDefault(name, Words.NONE);
        }

        MethodDoc method(String name, int parameters) {
            return methods.getOrDefault(name + "/" + parameters, MethodDoc.SILENT);
        }
    }

    synchronized TypeDoc of(Class<?> type) {
        if (!types.containsKey(type.getName())) {
            types.put(type.getName(), SILENT);
            fileOf(type).ifPresent(this::parse);
        }
        return types.getOrDefault(type.getName(), SILENT);
    }

    private Optional<Path> fileOf(Class<?> type) {
        Class<?> top = type;
        while (top.getEnclosingClass() != null) {
            top = top.getEnclosingClass();
        }
        String file = top.getName().replace('.', '/') + ".java";
        return roots.stream()
                .map(root -> root.resolve(file))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private void parse(Path file) {
        try {
            JavacTask task = (JavacTask)
                    COMPILER.getTask(null, FILES, null, List.of("-proc:none"), null, FILES.getJavaFileObjects(file));
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Scanner(docs, Names.of(unit)).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Simple names as one file understands them. */
    private record Names(String packageName, Map<String, String> imported) {

        static Names of(CompilationUnitTree unit) {
            Map<String, String> imported = new HashMap<>();
            for (ImportTree one : unit.getImports()) {
                String name = one.getQualifiedIdentifier().toString();
                if (!one.isStatic() && !name.endsWith("*")) {
                    imported.put(name.substring(name.lastIndexOf('.') + 1), name);
                }
            }
            return new Names(String.valueOf(unit.getPackageName()), imported);
        }

        /** The type a link means; empty where it is a member, or nothing that is on the class path. */
        Optional<Class<?>> resolve(String signature, List<String> enclosing) {
            String nested = signature.replace('.', '$');
            int dot = signature.indexOf('.');
            String first = dot < 0 ? signature : signature.substring(0, dot);
            String rest = nested.substring(first.length());
            List<String> candidates = new ArrayList<>();
            for (int depth = enclosing.size(); depth > 0; depth--) {
                candidates.add(packageName + "." + String.join("$", enclosing.subList(0, depth)) + "$" + nested);
            }
            String qualified = imported.get(first);
            if (qualified != null) {
                candidates.add(binary(qualified) + rest);
            }
            candidates.add(packageName + "." + nested);
            candidates.add("java.lang." + nested);
            candidates.add(binary(signature));
            return candidates.stream()
                    .<Class<?>>flatMap(name -> Stream.ofNullable(find(name)))
                    .findFirst();
        }

        /** {@code a.b.Outer.Inner} as the class loader calls it. */
        private static String binary(String qualified) {
            StringBuilder name = new StringBuilder();
            boolean isInType = false;
            for (String part : List.of(qualified.split("\\.", -1))) {
                name.append(name.isEmpty() ? "" : isInType ? "$" : ".").append(part);
                isInType = isInType || Character.isUpperCase(part.charAt(0));
            }
            return name.toString();
        }

        private static @Nullable Class<?> find(String name) {
            try {
                return Class.forName(name, false, SourceDocs.class.getClassLoader());
            } catch (ClassNotFoundException e) {
                return null;
            }
        }
    }

    private final class Scanner extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final DocTrees docs;
        private final Names names;
        private final List<String> enclosing = new ArrayList<>();

        private Scanner(DocTrees docs, Names names) {
            this.docs = docs;
            this.names = names;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
            if (type.getSimpleName().isEmpty()) {
                return null;
            }
            enclosing.add(type.getSimpleName().toString());
            DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
            types.put(
                    binaryName(),
                    new TypeDoc(body(comment), params(comment), new LinkedHashMap<>(), new LinkedHashMap<>()));
            super.visitClass(type, null);
            enclosing.removeLast();
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
            DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                here().methods()
                        .put(method.getName() + "/" + method.getParameters().size(), methodOf(comment));
            }
            return null;
        }

        @Override
        public @Nullable Void visitVariable(VariableTree variable, @Nullable Void unused) {
            here().constants().put(variable.getName().toString(), body(docs.getDocCommentTree(getCurrentPath())));
            return null;
        }

        private MethodDoc methodOf(DocCommentTree comment) {
            Words returned = Words.NONE;
            Words thrown = Words.NONE;
            for (DocTree tag : comment.getBlockTags()) {
                if (tag instanceof ReturnTree result) {
                    returned = words(result.getDescription());
                } else if (tag instanceof ThrowsTree failure) {
                    thrown = words(failure.getDescription());
                }
            }
            return new MethodDoc(body(comment), params(comment), returned, thrown);
        }

        private Map<String, Words> params(@Nullable DocCommentTree comment) {
            Map<String, Words> params = new LinkedHashMap<>();
            if (comment != null) {
                for (DocTree tag : comment.getBlockTags()) {
                    if (tag instanceof ParamTree param && !param.isTypeParameter()) {
                        params.put(param.getName().getName().toString(), words(param.getDescription()));
                    }
                }
            }
            return params;
        }

        private Words body(@Nullable DocCommentTree comment) {
            return comment == null ? Words.NONE : words(comment.getFullBody());
        }

        private Words words(List<? extends DocTree> trees) {
            StringBuilder text = new StringBuilder();
            List<String> codes = new ArrayList<>();
            List<Class<?>> links = new ArrayList<>();
            for (DocTree tree : trees) {
                switch (tree) {
                    case TextTree plain -> text.append(plain.getBody());
                    case LiteralTree literal -> {
                        String code = literal.getBody().getBody();
                        codes.add(code);
                        text.append('`').append(code).append('`');
                    }
                    case LinkTree link -> {
                        String signature = link.getReference().getSignature();
                        Optional<Class<?>> type = names.resolve(signature, enclosing);
                        type.ifPresent(links::add);
                        if (!type.map(Class::isEnum).orElse(false)) {
                            text.append('`').append(simple(signature)).append('`');
                        }
                    }
                    case StartElementTree _ -> text.append(' ');
                    default -> text.append(tree);
                }
            }
            String line = text.toString().replaceAll("\\s+", " ").replaceAll(" (?=[,.;:])", "");
            return new Words(line.replaceAll("[,;: ]+$|^[,;: ]+", "").strip(), codes, links);
        }

        /** Without its package, which readers of the contract do not have. */
        private static String simple(String signature) {
            return signature.replaceFirst("^([a-z][a-z0-9]*\\.)+(?=[A-Z])", "");
        }

        private TypeDoc here() {
            return types.getOrDefault(binaryName(), SILENT);
        }

        private String binaryName() {
            return names.packageName() + "." + String.join("$", enclosing);
        }
    }
}
