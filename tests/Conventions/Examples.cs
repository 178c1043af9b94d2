// What the rules must catch. None of it is used elsewhere.
#pragma warning disable IDE0130, CA1068

using BaseComponents.Tests.Conventions.Examples.Wire;

namespace BaseComponents.Tests.Conventions.Examples.Wire
{
    public sealed class Exposed;
}

namespace BaseComponents.Tests.Conventions.Examples
{
    public class Open;

    public class OpenButInherited;

    public sealed class Closed : OpenButInherited;

    public abstract class Careless : IAsyncDisposable
    {
        public delegate Task Callback(string text, CancellationToken cancellationToken);

        public delegate Task CarelessCallback(string text);

        public abstract Task FetchAsync(string text);

        public abstract Task Fetch(CancellationToken cancellationToken);

        public abstract IAsyncEnumerable<string> ListAsync(CancellationToken cancellationToken, int count);

        public abstract Task FetchWellAsync(string text, CancellationToken cancellationToken = default);

        public abstract ValueTask DisposeAsync();
    }

    public sealed class Leaky
    {
        public IReadOnlyList<Lazy<FactAttribute[]>> Attributes { get; } = [];

        public Exposed? Own { get; init; }
    }

    public static class TextHelper;
}
