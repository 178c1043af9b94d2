using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Sandbox.Internal;

/// <summary>One state service: its parts, its endpoints, the settings a client needs, and its card on the front page.</summary>
internal abstract class SandboxService(SandboxContext context)
{
    protected SandboxContext Context { get; } = context;

    public abstract ServiceCard Card { get; }

    public abstract void AddServices(IServiceCollection services);

    public abstract void Map(IEndpointRouteBuilder endpoints);

    public abstract IEnumerable<KeyValuePair<string, string?>> Configuration();

    /// <summary>Settings that take time to make and are made when somebody reads them.</summary>
    public virtual IEnumerable<KeyValuePair<string, Func<string>>> LateConfiguration() => [];

    /// <summary>Paths to which the pages of applications send forms. All others take forms from the Sandbox's own pages only.</summary>
    public virtual IReadOnlyList<string> OpenToForms => [];
}

/// <param name="Title">Official German name.</param>
/// <param name="Text">One or two German sentences: what it plays and what one can do here.</param>
/// <param name="Links">Pages of the service: label and path.</param>
/// <param name="Addresses">Where an application finds the service; the settings hold the same.</param>
internal sealed record ServiceCard(
    string Title, string Text, IReadOnlyList<(string Label, string Path)> Links, IReadOnlyList<(string Label, string Value)> Addresses);
