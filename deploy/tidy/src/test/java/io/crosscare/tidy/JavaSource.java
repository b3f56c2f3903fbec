package io.crosscare.tidy;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What one Java file declares, with the lines it takes for it. */
record JavaSource(int lines, List<Declaration> declarations) {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** A name the file gives to something. */
    record Declaration(Kind kind, String name, int line, int lines, boolean isPublic, boolean isDocumented) {

        enum Kind {
            TYPE,
            METHOD,
            VARIABLE
        }
    }

    static JavaSource parse(String text) {
        return parse(Map.of("Planted", text)).values().iterator().next();
    }

    /** The texts under any keys, parsed; all at once, since a compiler takes longer to start than to read. */
    static <K> Map<K, JavaSource> parse(Map<K, String> texts) {
        List<InMemory<K>> files = texts.entrySet().stream()
                .map(entry -> new InMemory<>(entry.getKey(), entry.getValue()))
                .toList();
        JavacTask task = (JavacTask) COMPILER.getTask(null, null, null, List.of(), null, files);
        DocTrees trees = DocTrees.instance(task);
        Map<K, JavaSource> sources = new HashMap<>();
        try {
            Iterator<? extends CompilationUnitTree> units = task.parse().iterator();
            for (InMemory<K> file : files) {
                Declarations found = new Declarations(trees, units.next());
                found.scan(found.unit, null);
                int lines = (int) file.text.lines().count();
                sources.put(file.key, new JavaSource(lines, List.copyOf(found.declarations)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }

    private static final class InMemory<K> extends SimpleJavaFileObject {

        private final K key;
        private final String text;

        InMemory(K key, String text) {
            super(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE);
            this.key = key;
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Declarations extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final DocTrees trees;
        private final CompilationUnitTree unit;
        private final List<Declaration> declarations = new ArrayList<>();

        Declarations(DocTrees trees, CompilationUnitTree unit) {
            this.trees = trees;
            this.unit = unit;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            if (!type.getSimpleName().isEmpty()) {
                boolean isTop = getCurrentPath().getParentPath().getLeaf().equals(unit);
                boolean isPublic = isTop && type.getModifiers().getFlags().contains(Modifier.PUBLIC);
                note(Declaration.Kind.TYPE, type.getSimpleName().toString(), type, isPublic);
            }
            return super.visitClass(type, null);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            boolean isPublic = method.getModifiers().getFlags().contains(Modifier.PUBLIC);
            note(Declaration.Kind.METHOD, method.getName().toString(), method, isPublic);
            return super.visitMethod(method, null);
        }

        @Override
        public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
            note(Declaration.Kind.VARIABLE, variable.getName().toString(), variable, false);
            return super.visitVariable(variable, null);
        }

        private void note(Declaration.Kind kind, String name, Tree tree, boolean isPublic) {
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            long first = lineAt(trees.getSourcePositions().getStartPosition(unit, tree));
            long last = lineAt(trees.getSourcePositions().getEndPosition(unit, tree));
            declarations.add(
                    new Declaration(kind, name, (int) first, (int) (last - first) + 1, isPublic, comment != null));
        }

        private long lineAt(long position) {
            return position < 0 ? 1 : unit.getLineMap().getLineNumber(position);
        }
    }
}
