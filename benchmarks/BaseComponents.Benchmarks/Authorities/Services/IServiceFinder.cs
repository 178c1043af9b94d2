namespace BaseComponents.Benchmarks.Authorities.Services;

/// <summary>Something that finds services by text: the directory, or one of the engines it is compared with.</summary>
internal interface IServiceFinder
{
    string Name { get; }

    /// <summary>The numbers of at most ten services, the best first.</summary>
    Task<IReadOnlyList<int>> FindAsync(string text);
}
