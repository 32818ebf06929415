package io.pumasentinel.cli;

import io.pumasentinel.cli.backtest.InvalidTruth;
import io.pumasentinel.job.config.InvalidConfig;
import io.pumasentinel.sigma.InvalidRules;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line's entry.
 *
 * <p>Exit codes: 0 done, 1 failed while running, 2 wrong usage, 78 bad configuration or rule.
 */
@Command(
        name = "puma-sentinel",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Finds attacks and anomalies in what the Puma web server says about itself.",
        subcommands = {
            DemoCommand.class,
            AnalyzeCommand.class,
            BacktestCommand.class,
            RunCommand.class,
            SetupCommand.class,
            AckCommand.class,
            CheckCommand.class,
            ReportCommand.class,
            ScoreCommand.class,
            RulesCommand.class,
            EndpointsCommand.class
        })
public final class PumaSentinel implements Runnable {
    static final int FAILED = 1;
    static final int BAD_CONFIGURATION = 78;

    @Spec private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli injects
    PumaSentinel() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line with the project's way of telling errors. */
    static CommandLine commandLine() {
        CommandLine commandLine =
                new CommandLine(new PumaSentinel()).setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setExecutionExceptionHandler(
                (failure, command, parsed) -> tell(failure, command.getErr()));
        return commandLine;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }

    private static int tell(Exception failure, PrintWriter err) {
        if (failure instanceof InvalidConfig invalid) {
            invalid.problems().forEach(err::println);
            return BAD_CONFIGURATION;
        }
        if (failure instanceof InvalidRules invalid) {
            invalid.problems().forEach(err::println);
            return BAD_CONFIGURATION;
        }
        if (failure instanceof InvalidTruth invalid) {
            invalid.problems().forEach(err::println);
            return BAD_CONFIGURATION;
        }
        if (failure instanceof Refusal refusal) {
            err.println("puma-sentinel: " + refusal.getMessage());
            return refusal.exitCode();
        }
        err.println("puma-sentinel: " + RootCause.of(failure));
        if (Boolean.getBoolean("sentinel.trace")) {
            failure.printStackTrace(err);
        } else {
            err.println("PUMA_SENTINEL_JAVA_OPTS=-Dsentinel.trace=true shows where it came from.");
        }
        return FAILED;
    }
}
