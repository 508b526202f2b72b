package org.warmhandoff.tests.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The methods of source files, as the compiler's own parser sees them. */
final class Methods extends TreeScanner<Void, CompilationUnitTree> {

    /** One method and how many lines it takes from its signature to its last brace. */
    record Method(String file, String name, long lines) {}

    private final List<Method> found = new ArrayList<>();
    private final SourcePositions positions;

    private Methods(SourcePositions positions) {
        this.positions = positions;
    }

    static List<Method> of(List<Path> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
            Methods scanner = new Methods(Trees.instance(task).getSourcePositions());
            task.parse().forEach(unit -> scanner.scan(unit, unit));
            return scanner.found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Void visitMethod(MethodTree method, CompilationUnitTree unit) {
        LineMap lines = unit.getLineMap();
        long first = positions.getStartPosition(unit, method);
        long last = positions.getEndPosition(unit, method);
        if (first >= 0 && last >= 0) {
            String file = Path.of(unit.getSourceFile().getName()).getFileName().toString();
            found.add(new Method(
                    file, method.getName().toString(), lines.getLineNumber(last) - lines.getLineNumber(first) + 1));
        }
        return super.visitMethod(method, unit);
    }
}
