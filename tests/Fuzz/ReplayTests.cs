namespace BaseComponents.Tests.Fuzz;

/// <summary>The corpus of every reader, and changes of it by chance that is the same each time.</summary>
public sealed class ReplayTests
{
    private const int ChangesOfEachInput = 400;

    public static TheoryData<string> Readers => new(Reader.All.Select(reader => reader.Name));

    [Theory]
    [MemberData(nameof(Readers))]
    public void Whatever_once_found_something_finds_nothing_now(string name)
    {
        var reader = Reader.Find(name);
        var files = Corpus.Of(reader).ToList();

        files.Should().NotBeEmpty();
        foreach (var file in files)
            Reading(reader, File.ReadAllBytes(file)).Should().NotThrow(Path.GetFileName(file));
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void Changes_of_good_input_are_refused_or_mean_the_same(string name)
    {
        var reader = Reader.Find(name);
        var change = new Mutation(seed: 20_261_126);
        foreach (var file in Corpus.Of(reader))
        {
            var input = File.ReadAllBytes(file);
            for (var i = 0; i < ChangesOfEachInput; i++)
            {
                var changed = change.Of(input);
                Reading(reader, changed).Should().NotThrow($"{Path.GetFileName(file)} changed: {Convert.ToBase64String(changed)}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void Seeds_are_what_the_corpus_was_made_from(string name) => Corpus.Of(Reader.Find(name)).Select(Path.GetFileName).Should().Contain(Reader.Find(name).Seeds().Select(seed => seed.Name));

    private static Action Reading(Reader reader, byte[] input) => () => reader.Read(input);
}
