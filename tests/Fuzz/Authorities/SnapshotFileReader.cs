extern alias authorities;

using System.Globalization;
using System.Security.Cryptography;
using authorities::BaseComponents.Authorities;
using authorities::BaseComponents.Authorities.Internal;
using authorities::BaseComponents.Authorities.Internal.Storage;
using authorities::BaseComponents.Authorities.Keys;
using authorities::BaseComponents.Authorities.Snapshots;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Fuzz.Authorities;

/// <summary>
/// A snapshot as if its maker had signed whatever it holds: refused when it is opened, or every look-up in it has an answer. Signature and hashes are left out, since no change would get past them.
/// </summary>
internal sealed class SnapshotFileReader() : Reader("snapshot")
{
    private const int MostAsked = 12;
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));

    public override void Read(byte[] input)
    {
        if (input.Length == 0)
            return;
        using var bytes = SnapshotBytes.Hold(input.Length, memory => input.CopyTo(memory));
        try
        {
            Ask(Open(bytes));
        }
        catch (Exception refusal) when (refusal is AuthoritiesException or InvalidDataException)
        {
            // As promised.
        }
    }

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("small.snapshot", Written(Draft()));
        yield return ("dense.snapshot", Written(Dense()));
        yield return ("empty.snapshot", Written(new SnapshotDraft(Clock)));
    }

    private static Snapshot Open(SnapshotBytes bytes)
    {
        var header = HeaderReader.Read(bytes, "snapshot");
        new StructureCheck(bytes, header.Sections).Run();
        var snapshot = new Snapshot(bytes, header.Sections, SnapshotRecords.Read<SnapshotInfo>(header.Provenance), Clock.GetUtcNow());
        snapshot.Warm();
        return snapshot;
    }

    // Whatever was let through: a record may be refused when it is decoded, nothing else may happen.
    private static void Ask(Snapshot data)
    {
        using var snapshot = AuthoritySnapshot.Of(data, Clock);
        var areas = Sample(data.Index.Regions.Length).Select(index => RegionKey.OfArea(data.Index.Regions[index].Number)).ToList();
        foreach (var service in Sample(data.Index.Services.Length).Select(index => Service(data.Index.Services[index].Number)).OfType<LeikaKey>())
        {
            foreach (var area in areas)
                Ask(snapshot, service, area);
        }
    }

    private static void Ask(AuthoritySnapshot snapshot, LeikaKey service, RegionKey area)
    {
        var found = snapshot.TryFind(service, area, out var competence);
        var answer = snapshot.Resolve(service, Place.Of(area));
        if (answer is Competence.Found one && (!found || competence.Count != 1 || competence.GetOffice(0).Id != one.Office.Id))
            throw new WrongReadingException("The short look-up has another answer than the full one.");
    }

    private static IEnumerable<int> Sample(int count) => Enumerable.Range(0, Math.Min(count, MostAsked)).Select(number => (int)((long)number * count / Math.Min(count, MostAsked)));

    private static LeikaKey? Service(long number) => LeikaKey.TryParse(number.ToString("00000000000000", CultureInfo.InvariantCulture), out var key) ? key : null;

    private static SnapshotDraft Draft()
    {
        var draft = new SnapshotDraft(Clock);
        foreach (var (area, name) in new[] { ("14", "Sachsen"), ("14522", "Mittelsachsen"), ("145220180180", "Freiberg, Stadt"), ("146120000000", "Dresden, Stadt"), ("145215101060", "Bärenstein"), ("145215101", "Bärenstein, Verwaltungsgemeinschaft") })
            draft.AddRegion(RegionKey.Parse(area), name);
        draft.AddPostalCode(PostalCode.Parse("09599"), RegionKey.Parse("145220180180"));
        draft.AddService(new PublicService(LeikaKey.Parse("99102013104000"), "Hund anmelden") { Synonyms = ["Hundesteuer"] });
        foreach (var (id, area) in new[] { ("freiberg", "145220180180"), ("dresden", "146120000000"), ("land", "14") })
        {
            draft.AddOffice(new Office(new OfficeId("S", "OE", id), id) { MailAddress = $"{id}@amt.example" });
            draft.AddCompetence(new OfficeId("S", "OE", id), LeikaKey.Parse("99102013104000"), RegionKey.Parse(area), from: new DateOnly(2020, 1, 1), destination: Guid.Parse("9a1c0d3e-0b1f-4c2d-8e5f-6a7b8c9d0e1f"));
        }

        draft.AddCompetence(new OfficeId("S", "OE", "dresden"), LeikaKey.Parse("99102013104000"), RegionKey.Parse("14"), new OfficeRole("02"), to: new DateOnly(2030, 1, 1));
        draft.AddCompetence(new OfficeId("S", "OE", "dresden"), LeikaKey.Parse("99036001000000"), RegionKey.Parse("145215101"), new OfficeRole("77"));
        draft.AddOnlineService(new OnlineService(new OfficeId("S", "OD", "hund"), "Hund online"), LeikaKey.Parse("99102013104000"), RegionKey.Parse("14"));
        return draft;
    }

    // So many areas that they are kept as a bitmap, with several units in one of them.
    private static SnapshotDraft Dense()
    {
        var draft = new SnapshotDraft(Clock);
        var (office, other, service) = (new OfficeId("S", "OE", "a"), new OfficeId("S", "OE", "b"), LeikaKey.Parse("99102013104000"));
        draft.AddOffice(new Office(office, "A"));
        draft.AddOffice(new Office(other, "B"));
        foreach (var area in Enumerable.Range(1, 60).Select(number => RegionKey.Parse($"14522{number:0000}{number:000}")))
        {
            draft.AddRegion(area, area.ToString());
            draft.AddCompetence(office, service, area);
        }

        draft.AddCompetence(other, service, RegionKey.Parse("145220001001"));
        return draft;
    }

    private static byte[] Written(SnapshotDraft draft)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var file = Path.Combine(Directory.CreateTempSubdirectory("snapshot-seed-").FullName, "seed.snapshot");
        try
        {
            draft.WriteAsync(file, key).GetAwaiter().GetResult();
            return File.ReadAllBytes(file);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }
}
