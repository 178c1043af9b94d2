using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Snapshots;
using BaseComponents.Tests.Authorities.Support;

namespace BaseComponents.Tests.Authorities.Snapshots;

/// <summary>A new snapshot takes the place of the old one while others are asking.</summary>
public sealed class ReplacementTests
{
    private const int Places = 40;
    private static readonly LeikaKey[] Services = [LeikaKey.Parse("99102013104000"), LeikaKey.Parse("99115005104000")];
    private static readonly RegionKey[] Towns = [.. Enumerable.Range(1, Places).Select(number => RegionKey.Parse($"14522{number:0000}{number:000}"))];

    // Every generation names other units under the same identifiers: an answer that mixes two shows it.
    [Fact]
    public async Task Replaced_under_load_no_answer_fails_and_none_is_mixed()
    {
        using var folder = new SnapshotFolder();
        await folder.WriteAsync(Generation(0));
        await using var directory = folder.Served();
        await directory.Authorities.ListServicesAsync();
        using var stop = new CancellationTokenSource();
        var askers = Enumerable.Range(0, 4).Select(number => Task.Run(() => AskAsync(directory.Authorities, number % 2 == 0, stop.Token))).ToArray();
        var generation = 0;
        for (; generation < 25; generation++)
        {
            await folder.WriteAsync(Generation(generation + 1));
            await directory.ReloadAsync();
        }

        await stop.CancelAsync();
        var asked = await Task.WhenAll(askers);
        asked.Sum(log => log.Answers).Should().BeGreaterThan(1000);
        asked.SelectMany(log => log.Generations).Distinct().Should().HaveCountGreaterThan(5, "answers came from many generations");
        asked.SelectMany(log => log.Faults).Should().BeEmpty();
    }

    [Fact]
    public async Task A_snapshot_that_was_taken_stays_as_it_is_until_it_is_given_back()
    {
        using var folder = new SnapshotFolder();
        await folder.WriteAsync(Generation(0));
        await using var directory = folder.Served();
        using var taken = await directory.Authorities.OpenSnapshotAsync();
        await folder.WriteAsync(Generation(1));
        await directory.ReloadAsync();

        taken.TryFind(Services[0], Towns[3], out var old).Should().BeTrue();
        old.GetOffice(0).Name.Should().EndWith(" of 0");
        using (var newer = await directory.Authorities.OpenSnapshotAsync())
        {
            newer.TryFind(Services[0], Towns[3], out var found).Should().BeTrue();
            found.GetOffice(0).Name.Should().EndWith(" of 1");
        }

        taken.Dispose();
        taken.Invoking(it => it.TryFind(Services[0], Towns[3], out _)).Should().Throw<ObjectDisposedException>();
        old.Invoking(it => it.GetOffice(0)).Should().Throw<ObjectDisposedException>();
        old.Invoking(it => it.Area).Should().Throw<ObjectDisposedException>();
    }

    [Fact]
    public async Task Given_back_while_others_still_ask_nobody_reads_what_is_gone()
    {
        for (var round = 0; round < 200; round++)
        {
            var snapshot = Generation(0).Build();
            var asking = Enumerable.Range(0, 2).Select(_ => Task.Run(() => AskUntilGone(snapshot))).ToArray();
            await Task.Yield();
            snapshot.Dispose();
            (await Task.WhenAll(asking)).Should().OnlyContain(wrong => wrong == 0);
        }
    }

    [Fact]
    public async Task A_writing_that_is_stopped_leaves_the_old_file()
    {
        using var folder = new SnapshotFolder();
        await folder.WriteAsync(Generation(0));
        await folder.Awaiting(it => Generation(1).WriteAsync(it.Path, it.Key, new CancellationToken(canceled: true))).Should().ThrowAsync<OperationCanceledException>();
        using var snapshot = folder.Open();
        snapshot.TryFind(Services[0], Towns[0], out var found).Should().BeTrue();
        found.GetOffice(0).Name.Should().EndWith(" of 0");
        Directory.GetFiles(Path.GetDirectoryName(folder.Path)!).Should().Equal(folder.Path);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_a_fault_of_its_own()
    {
        using var folder = new SnapshotFolder();
        var fault = await folder.Awaiting(it => Generation(0).WriteAsync(Path.Combine(it.Path, "missing", "x"), it.Key)).Should().ThrowAsync<AuthoritiesException>();
        fault.Which.Code.Should().Be("authorities.snapshot-unwritable");
    }

    private static SnapshotDraft Generation(int number)
    {
        var draft = new SnapshotDraft();
        foreach (var service in Services)
            draft.AddService(new PublicService(service, $"Service of {number}"));
        foreach (var (town, place) in Towns.Select((town, place) => (town, place)))
        {
            var id = new OfficeId("S", "", $"{place}");
            draft.AddRegion(town, $"Town {place}");
            draft.AddOffice(new Office(id, $"Office {place} of {number}"));
            foreach (var service in Services)
                draft.AddCompetence(id, service, town);
        }

        // Another number of units each time, so that indices of one generation mean other units in the next.
        for (var more = 0; more < number % 7; more++)
            draft.AddOffice(new Office(new OfficeId("A", "", $"{more}"), $"Office {more} of {number}"));
        return draft;
    }

    private static async Task<AskLog> AskAsync(IAuthorityDirectory directory, bool fast, CancellationToken stop)
    {
        var log = new AskLog();
        while (!stop.IsCancellationRequested)
        {
            var (service, place) = (log.Answers % 2, log.Answers * 7 % Places);
            try
            {
                log.Take(fast ? await FastAsync(directory, service, place) : await WholeAsync(directory, service, place), place);
            }
            catch (Exception exception)
            {
                log.Faults.Add(exception.ToString());
            }

            // Answers are there at once: without a pause nobody else would get a thread of the pool, the reading of the new file neither.
            if (log.Answers % 500 == 0)
                await Task.Delay(1, CancellationToken.None);
        }

        return log;
    }

    private static async Task<string[]> WholeAsync(IAuthorityDirectory directory, int service, int place)
    {
        var found = (Competence.Found)await directory.ResolveAsync(Services[service], Place.Of(Towns[place]));
        return [found.Office.Name, .. found.Explanation.SelectMany(step => step.Offices)];
    }

    private static async Task<string[]> FastAsync(IAuthorityDirectory directory, int service, int place)
    {
        using var snapshot = await directory.OpenSnapshotAsync();
        if (!snapshot.TryFind(Services[service], Towns[place], out var one) || !snapshot.TryFind(Services[1 - service], Towns[place], out var other))
            throw new InvalidOperationException("Nobody was found.");
        return [one.GetOffice(0).Name, other.GetOffice(0).Name];
    }

    private static int AskUntilGone(AuthoritySnapshot snapshot)
    {
        var wrong = 0;
        try
        {
            for (var turn = 0; turn < 100_000; turn++)
            {
                if (!snapshot.TryFind(Services[turn % 2], Towns[turn % Places], out var found) || found.GetOffice(0).Id.Value != $"{turn % Places}")
                    wrong++;
            }
        }
        catch (ObjectDisposedException)
        {
            return wrong;
        }

        return wrong;
    }

    private sealed class AskLog
    {
        public int Answers { get; private set; }

        public HashSet<string> Generations { get; } = [];

        public List<string> Faults { get; } = [];

        public void Take(string[] names, int place)
        {
            Answers++;
            var parts = names.Select(name => name.Split(' ')).ToList();
            if (parts.Any(part => part[1] != $"{place}" || part[3] != parts[0][3]))
                Faults.Add(string.Join(", ", names));
            Generations.Add(parts[0][3]);
        }
    }
}
