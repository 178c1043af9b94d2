namespace MunicipalService.Hosting;

/// <summary>How one instance of the service is started: by the command line, by the walkthrough, or by a test.</summary>
public sealed class ServerOptions
{
    public string[] Arguments { get; init; } = [];

    /// <summary>Name of the environment.</summary>
    /// <value><see langword="null"/>: from <c>ASPNETCORE_ENVIRONMENT</c>; where that is missing, Production.</value>
    public string? Environment { get; init; }

    /// <summary>Folder of the pages' static files and of appsettings.json.</summary>
    /// <value><see langword="null"/>: the current folder when the files are there, else the program's own.</value>
    public string? ContentRoot { get; init; }

    /// <summary>Settings that win over all others.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Changes services before the program is built, for tests.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>Where the Sandbox's log goes beside the console, for tests.</summary>
    public Action<ILoggingBuilder>? SandboxLogging { get; init; }
}
