using Lucene.Net.Analysis.De;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.QueryParsers.Classic;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace BaseComponents.Benchmarks.Authorities.Services;

/// <summary>Lucene.Net with its German analyzer, in memory: any of the words, the title weighing more, BM25.</summary>
internal sealed class LuceneFinder : IServiceFinder, IDisposable
{
    private readonly RAMDirectory _directory = new();
    private readonly GermanAnalyzer _analyzer = new(LuceneVersion.LUCENE_48);
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;
    private readonly int[] _numbers;

    public LuceneFinder(IReadOnlyList<CatalogueService> services)
    {
        _numbers = [.. services.Select(service => service.Number)];
        using (var writer = new IndexWriter(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, _analyzer) { Similarity = new BM25Similarity() }))
        {
            foreach (var service in services)
                writer.AddDocument([new TextField("title", service.Title, Field.Store.NO), new TextField("synonyms", string.Join(' ', service.Synonyms), Field.Store.NO)]);
            writer.ForceMerge(1);
        }

        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader) { Similarity = new BM25Similarity() };
    }

    public string Name => "lucene";

    public Task<IReadOnlyList<int>> FindAsync(string text)
    {
        var parser = new MultiFieldQueryParser(LuceneVersion.LUCENE_48, ["title", "synonyms"], _analyzer, new Dictionary<string, float> { ["title"] = 3, ["synonyms"] = 2 });
        var query = parser.Parse(QueryParserBase.Escape(text));
        return Task.FromResult<IReadOnlyList<int>>([.. _searcher.Search(query, 10).ScoreDocs.Select(hit => _numbers[hit.Doc])]);
    }

    public void Dispose()
    {
        _reader.Dispose();
        _analyzer.Dispose();
        _directory.Dispose();
    }
}
