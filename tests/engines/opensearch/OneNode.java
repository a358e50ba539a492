import java.nio.file.Path;
import java.util.List;
import org.codelibs.opensearch.runner.node.OpenSearchRunnerNode;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.transport.Netty4Plugin;

/** One real node, alone in its process so that it can be killed: HOME WATCHED NAME=VALUE… */
public class OneNode {
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        Settings.Builder settings = Settings.builder().put("path.home", home);
        for (String setting : List.of(arguments).subList(2, arguments.length)) {
            String[] pair = setting.split("=", 2);
            settings.put(pair[0], pair[1]);
        }
        Environment environment = new Environment(settings.build(), home.resolve("config"));
        new OpenSearchRunnerNode(environment, List.of(Netty4Plugin.class)).start();
        // No node outlives the tests, however they end.
        ProcessHandle.of(Long.parseLong(arguments[1])).ifPresent(tests -> tests.onExit().join());
        Runtime.getRuntime().halt(0);
    }
}
