using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Snapshots;
using BaseComponents.Tests.Authorities.Support;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Authorities.Snapshots;

/// <summary>An address that changed is not used until a person has confirmed it.</summary>
public sealed class ConfirmationTests
{
    private const string Old = "steuer@freiberg.amt.example";
    private const string New = "steuer@boese.example";
    private static readonly LeikaKey Dog = LeikaKey.Parse(Delivery.Dog);
    private static readonly Place Freiberg = Place.Of(RegionKey.Parse(SmallMap.Freiberg));

    [Fact]
    public async Task At_a_replacement_the_old_address_stays_until_the_new_one_is_confirmed()
    {
        using var folder = new SnapshotFolder();
        await folder.WriteAsync(SnapshotFolder.Draft(Old));
        await using var directory = folder.Served();
        (await OfficeAsync(directory)).MailAddress.Should().Be(Old);

        await folder.WriteAsync(SnapshotFolder.Draft(New));
        await directory.ReloadAsync();
        var held = await OfficeAsync(directory);
        held.MailAddress.Should().Be(Old);
        held.HeldBack.Should().Equal(nameof(Office.MailAddress));
        (await directory.Authorities.GetStatusAsync()).HeldBackValues.Should().Be(1);
        directory.Logged.Should().Contain(record => record.Id.Id == 3010).And.NotContain(record => record.Message.Contains('@'));

        // It stays so from one reading to the next.
        await directory.ReloadAsync();
        (await OfficeAsync(directory)).MailAddress.Should().Be(Old);

        using (var before = SnapshotFolder.Draft(Old).Build())
        using (var after = folder.Open())
        {
            var change = SnapshotConfirmations.Compare(before, after).Should().ContainSingle().Subject;
            (change.Office.Value, change.Field, change.Before, change.After).Should().Be(("freiberg", "MailAddress", Old, New));
            SnapshotConfirmations.Add(folder.Path, [change]);
        }

        await directory.ReloadAsync();
        var confirmed = await OfficeAsync(directory);
        confirmed.MailAddress.Should().Be(New);
        confirmed.HeldBack.Should().BeEmpty();
        var audit = directory.Logged.Where(record => record.Category == AuthoritiesDefaults.AuditCategory).ToList();
        audit.Select(record => record.Id.Id).Should().Equal([3101, 3101, 3102], "each change of what is used once");
        audit.Should().NotContain(record => record.Message.Contains('@'));
        audit[^1].Message.Should().Contain("uses 1 value(s)").And.Contain("0 are still held back");
    }

    [Fact]
    public async Task What_is_confirmed_is_one_value_of_one_unit()
    {
        using var folder = new SnapshotFolder();
        await folder.WriteAsync(SnapshotFolder.Draft(Old));
        await using var directory = folder.Served();
        await OfficeAsync(directory);
        using (var before = SnapshotFolder.Draft(Old).Build())
        using (var after = SnapshotFolder.Draft("andere@freiberg.amt.example").Build())
            SnapshotConfirmations.Add(folder.Path, SnapshotConfirmations.Compare(before, after));
        await folder.WriteAsync(SnapshotFolder.Draft(New));
        await directory.ReloadAsync();
        (await OfficeAsync(directory)).MailAddress.Should().Be(Old);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Addresses_of_new_units_count_by_option(bool trusted)
    {
        using var folder = new SnapshotFolder();
        var draft = SnapshotFolder.Draft(Old);
        await folder.WriteAsync(draft);
        await using var directory = folder.Served();
        directory.Settings["A:Snapshot:TrustNewOffices"] = trusted.ToString();
        await directory.Authorities.ListServicesAsync();
        var next = SnapshotFolder.Draft(Old);
        next.AddOffice(new Office(new OfficeId("S", "Organisationseinheit", "neu"), "neu") { MailAddress = New });
        next.AddCompetence(new OfficeId("S", "Organisationseinheit", "neu"), Dog, RegionKey.Parse(SmallMap.Freiberg));
        await folder.WriteAsync(next);
        await directory.ReloadAsync();
        var offices = ((Competence.Ambiguous)await directory.Authorities.ResolveAsync(Dog, Freiberg)).Offices;
        offices.Single(office => office.Id.Value == "neu").MailAddress.Should().Be(trusted ? New : null);
        offices.Single(office => office.Id.Value == "freiberg").MailAddress.Should().Be(Old);
    }

    // A restart must not be the way around it: what was held back stands in the file.
    [Fact]
    public async Task The_maker_writes_down_what_is_held_back()
    {
        using var folder = new SnapshotFolder();
        await using var sources = TestDirectory.With(Delivering(Old));
        var maker = sources.Provider.GetRequiredKeyedService<SnapshotMaker>("");
        await maker.MakeAsync(folder.Path, folder.Key);
        sources.Write("delivery.xml", Delivering(New));
        await maker.MakeAsync(folder.Path, folder.Key);
        await using (var restarted = folder.Served())
            (await OfficeAsync(restarted)).MailAddress.Should().Be(Old);

        // Nor a second build.
        var info = await maker.MakeAsync(folder.Path, folder.Key);
        info.Sources.Select(source => Path.GetFileName(source.Location)).Should().Equal("regions.json", "postal-codes.csv", "delivery.xml");
        info.Sources.Should().OnlyContain(source => source.Sha256!.Length == 64 && source.Bytes > 0);
        using (var snapshot = folder.Open())
        {
            var change = SnapshotConfirmations.HeldBack(snapshot).Should().ContainSingle().Subject;
            (change.Before, change.After).Should().Be((Old, New));
            SnapshotConfirmations.Add(folder.Path, [change]);
        }

        await using (var confirmed = folder.Served())
            (await OfficeAsync(confirmed)).MailAddress.Should().Be(New);
        await maker.MakeAsync(folder.Path, folder.Key);
        using var last = folder.Open();
        SnapshotConfirmations.HeldBack(last).Should().BeEmpty();
    }

    [Fact]
    public async Task Confirmations_that_cannot_be_read_keep_the_old_snapshot()
    {
        using var folder = new SnapshotFolder();
        await folder.WriteAsync(SnapshotFolder.Draft(Old));
        await using var directory = folder.Served();
        await OfficeAsync(directory);
        await File.WriteAllTextAsync(folder.Path + ".confirmed", "{ broken");
        directory.Clock.Advance(TimeSpan.FromHours(1));
        await OfficeAsync(directory);
        (await directory.SettledAsync(status => status.LastFailure is not null)).LastFailure!.Code.Should().Be("authorities.confirmations-unreadable");
        (await OfficeAsync(directory)).MailAddress.Should().Be(Old);
    }

    private static string Delivering(string mail) => Delivery.Of(Delivery.Service(), Delivery.Unit("freiberg", $"""
        <xzufi:kommunikation><xzufi:kanal><code>01</code></xzufi:kanal><xzufi:kennung>{mail}</xzufi:kennung></xzufi:kommunikation>
        """ + Delivery.Competence(SmallMap.Freiberg)));

    private static async Task<Office> OfficeAsync(TestDirectory directory) =>
        (await directory.Authorities.ResolveAsync(Dog, Freiberg)).Should().BeOfType<Competence.Found>().Subject.Office;
}
