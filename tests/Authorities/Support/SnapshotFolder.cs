using System.Security.Cryptography;
using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Snapshots;

namespace BaseComponents.Tests.Authorities.Support;

/// <summary>A folder with a snapshot, and the key of its maker.</summary>
internal sealed class SnapshotFolder : IDisposable
{
    /// <summary>Where applications to Freiberg go.</summary>
    public static readonly Guid Destination = Guid.Parse("9a1c0d3e-0b1f-4c2d-8e5f-6a7b8c9d0e1f");

    private readonly string _folder = Directory.CreateTempSubdirectory("snapshots-").FullName;

    public SnapshotFolder() => Path = System.IO.Path.Combine(_folder, "germany.snapshot");

    public ECDsa Key { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string PublicKey => Key.ExportSubjectPublicKeyInfoPem();

    public string Path { get; }

    /// <summary>Freiberg and Dresden with an office each, the state behind them.</summary>
    public static SnapshotDraft Draft(string mail = "steuer@freiberg.amt.example", int padding = 0)
    {
        var draft = new SnapshotDraft();
        draft.AddRegion(RegionKey.Parse("14"), "Sachsen, Freistaat");
        draft.AddRegion(RegionKey.Parse(SmallMap.Freiberg), "Freiberg, Stadt");
        draft.AddRegion(RegionKey.Parse(SmallMap.Dresden), "Dresden, Stadt");
        draft.AddPostalCode(PostalCode.Parse("09599"), RegionKey.Parse(SmallMap.Freiberg));
        draft.AddService(new PublicService(LeikaKey.Parse(Delivery.Dog), "Hund anmelden") { Synonyms = ["Hundesteuer"] });
        foreach (var (id, area) in new[] { ("freiberg", SmallMap.Freiberg), ("dresden", SmallMap.Dresden), ("land", "14") })
        {
            draft.AddOffice(new Office(new OfficeId("S", "Organisationseinheit", id), id) { MailAddress = id == "freiberg" ? mail : null, Telephone = new string('1', padding) });
            draft.AddCompetence(new OfficeId("S", "Organisationseinheit", id), LeikaKey.Parse(Delivery.Dog), RegionKey.Parse(area), destination: id == "freiberg" ? Destination : null);
        }

        // Two units in one cell, a wide role, a validity: every section has content.
        draft.AddCompetence(new OfficeId("S", "Organisationseinheit", "land"), LeikaKey.Parse(Delivery.Car), RegionKey.Parse("14"), from: new DateOnly(2020, 1, 1));
        draft.AddCompetence(new OfficeId("S", "Organisationseinheit", "dresden"), LeikaKey.Parse(Delivery.Car), RegionKey.Parse("14"));
        draft.AddCompetence(new OfficeId("S", "Organisationseinheit", "dresden"), LeikaKey.Parse(Delivery.Car), RegionKey.Parse(SmallMap.Freiberg), new OfficeRole("77"));
        draft.AddOnlineService(
            new OnlineService(new OfficeId("S", "Onlinedienst", "hund"), "Hund online") { Links = [new ServiceLink(new Uri("https://hund.amt.example/"))] },
            LeikaKey.Parse(Delivery.Dog),
            RegionKey.Parse("14"));
        return draft;
    }

    public Task WriteAsync(SnapshotDraft draft) => draft.WriteAsync(Path, Key);

    public AuthoritySnapshot Open() => AuthoritySnapshot.Open(Path, [PublicKey]);

    /// <summary>Changes the bytes of the file.</summary>
    public void Change(Func<byte[], byte[]> change) => File.WriteAllBytes(Path, change(File.ReadAllBytes(Path)));

    /// <summary>A directory that answers from the file.</summary>
    public TestDirectory Served()
    {
        var directory = new TestDirectory();
        directory.Settings["A:Snapshot:Path"] = Path;
        directory.Settings["A:Snapshot:PublicKeys:0"] = PublicKey;
        return directory;
    }

    public void Dispose()
    {
        Key.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
