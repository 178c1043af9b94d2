using Microsoft.Extensions.DependencyInjection;

namespace SpecialistProcedure.Hosting;

/// <summary>How one instance is started: by the command line, by a walkthrough, or by a test.</summary>
public sealed class ProcedureSetup
{
    public string[] Arguments { get; init; } = [];

    /// <summary>Name of the environment.</summary>
    /// <value><see langword="null"/>: from <c>DOTNET_ENVIRONMENT</c>; where that is missing, Production.</value>
    public string? Environment { get; init; }

    /// <summary>Settings that win over all others.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Changes services before the program is built, for tests.</summary>
    public Action<IServiceCollection>? Services { get; init; }
}
