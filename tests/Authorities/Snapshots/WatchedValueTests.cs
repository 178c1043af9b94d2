using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Snapshots;
using BaseComponents.Tests.Authorities.Support;

namespace BaseComponents.Tests.Authorities.Snapshots;

/// <summary>Each value that sends money or citizens' data somewhere is held back while it waits for a person.</summary>
public sealed class WatchedValueTests
{
    private static readonly OfficeId Id = new("S", "Organisationseinheit", "A");
    private static readonly LeikaKey Dog = LeikaKey.Parse(Delivery.Dog);
    private static readonly LeikaKey Car = LeikaKey.Parse(Delivery.Car);
    private static readonly RegionKey Saxony = RegionKey.Parse("14");
    private static readonly Guid One = Guid.Parse("9a1c0d3e-0b1f-4c2d-8e5f-6a7b8c9d0e1f");
    private static readonly Guid Two = Guid.Parse("0b1f4c2d-8e5f-4a7b-8c9d-0e1f9a1c0d3e");
    private static readonly Guid Three = Guid.Parse("8e5f4a7b-8c9d-4e1f-9a1c-0d3e0b1f4c2d");

    public static TheoryData<string, Office, Office> Values => new()
    {
        { nameof(Office.MailAddress), Unit() with { MailAddress = "a@amt.example" }, Unit() with { MailAddress = "b@boese.example" } },
        { nameof(Office.MailAddress), Unit() with { MailAddress = "a@amt.example", Channels = [Mail("a@amt.example")] }, Unit() with { MailAddress = "a@amt.example", Channels = [Mail("a@amt.example"), Mail("b@boese.example")] } },
        { nameof(Office.MailAddress), Unit() with { MailAddress = "a@amt.example" }, Unit() },
        { nameof(Office.DeMailAddress), Unit() with { DeMailAddress = "a@de-mail.example" }, Unit() with { DeMailAddress = "b@de-mail.example" } },
        { nameof(Office.EgvpAddress), Unit() with { EgvpAddress = "DE.1" }, Unit() with { EgvpAddress = "DE.2" } },
        { nameof(Office.ServiceConnectionKey), Unit() with { ServiceConnectionKey = "wgb010540880000" }, Unit() with { ServiceConnectionKey = "wgb010540880001" } },
        { nameof(Office.ServiceAccounts), Unit() with { ServiceAccounts = ["BK-1"] }, Unit() with { ServiceAccounts = ["BK-1", "BK-2"] } },
        { nameof(Office.ServiceAccounts), Unit() with { ServiceAccounts = ["a", "b"] }, Unit() with { ServiceAccounts = ["a\nb"] } },
        { nameof(Office.BankAccounts), Unit() with { BankAccounts = [Account("DE89370400440532013000")] }, Unit() with { BankAccounts = [Account("DE02120300000000202051")] } },
        { nameof(Office.BankAccounts), Unit() with { BankAccounts = [Account("DE89370400440532013000"), Account("DE02120300000000202051")] }, Unit() with { BankAccounts = [Account("DE02120300000000202051"), Account("DE89370400440532013000")] } },
        { nameof(Office.BankAccounts), Unit() with { BankAccounts = [Account("DE89370400440532013000")] }, Unit() with { BankAccounts = [Account("DE89370400440532013000") with { Holder = "Somebody" }] } },
        { nameof(Office.BankAccounts), Unit(), Unit() with { BankAccounts = [Account("DE89370400440532013000")] } },
    };

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public async Task A_new_value_waits_for_a_person(string field, Office before, Office after)
    {
        using var folder = new SnapshotFolder();
        await folder.WriteAsync(Draft(before));
        await using var directory = folder.Served();
        var old = await OfficeAsync(directory, Dog);
        await folder.WriteAsync(Draft(after));
        await directory.ReloadAsync();

        var held = await OfficeAsync(directory, Dog);
        held.HeldBack.Should().Equal(field);
        Watched(held).Should().BeEquivalentTo(Watched(old), options => options.ComparingByValue<LeikaKey>());
        held.Channels.Where(channel => channel.Kind == ChannelKind.Mail).Select(channel => channel.Value).Should().BeSubsetOf(new[] { before.MailAddress ?? "" });

        Confirm(folder, Draft(before)).Should().ContainSingle().Which.Should().Be(field);
        await directory.ReloadAsync();
        var confirmed = await OfficeAsync(directory, Dog);
        confirmed.HeldBack.Should().BeEmpty();
        Watched(confirmed).Should().BeEquivalentTo(Watched(after), options => options.ComparingByValue<LeikaKey>());
        confirmed.Channels.Should().Equal(after.Channels);
    }

    [Fact]
    public async Task A_set_of_accounts_may_come_in_another_order()
    {
        using var folder = new SnapshotFolder();
        await folder.WriteAsync(Draft(Unit() with { ServiceAccounts = ["a", "b"] }));
        using var before = folder.Open();
        using var after = Draft(Unit() with { ServiceAccounts = ["b", "a"] }).Build();
        SnapshotConfirmations.Compare(before, after).Should().BeEmpty();
    }

    [Fact]
    public async Task The_old_destination_goes_on_being_used()
    {
        using var folder = new SnapshotFolder();
        await using var directory = await ReplacedAsync(folder, Draft(Unit(), One), Draft(Unit(), Two));
        var held = await OfficeAsync(directory, Dog);
        held.Destination.Should().Be(One);
        held.Destinations.Should().Equal(One);
        held.HeldBack.Should().Equal(nameof(Office.Destinations));
        using (var snapshot = await directory.Authorities.OpenSnapshotAsync())
        {
            snapshot.TryFind(Dog, Saxony, out var found).Should().BeTrue();
            found.GetOffice(0).Destination.Should().Be(One);
        }

        Confirm(folder, Draft(Unit(), One)).Should().Equal(nameof(Office.Destinations));
        await directory.ReloadAsync();
        (await OfficeAsync(directory, Dog)).Destination.Should().Be(Two);
    }

    // Of several nobody can say which takes the place of which.
    [Fact]
    public async Task A_destination_beside_the_old_one_is_not_handed_over()
    {
        using var folder = new SnapshotFolder();
        await using var directory = await ReplacedAsync(folder, Draft(Unit(), One), Draft(Unit(), One, Two));
        (await OfficeAsync(directory, Dog)).Destination.Should().Be(One);
        (await OfficeAsync(directory, Car)).Destination.Should().BeNull();
    }

    [Fact]
    public async Task Of_several_old_ones_none_is_guessed()
    {
        using var folder = new SnapshotFolder();
        await using var directory = await ReplacedAsync(folder, Draft(Unit(), One, Two), Draft(Unit(), Three, Two));
        (await OfficeAsync(directory, Dog)).Destination.Should().BeNull();
        (await OfficeAsync(directory, Car)).Destination.Should().Be(Two);
    }

    // Nobody is paid or written to wrongly by a destination that is gone: what names none gets none.
    [Fact]
    public async Task A_destination_that_is_gone_is_gone_at_once()
    {
        using var folder = new SnapshotFolder();
        await using var directory = await ReplacedAsync(folder, Draft(Unit(), One), Draft(Unit()));
        (await OfficeAsync(directory, Dog)).Destination.Should().BeNull();
    }

    [Fact]
    public async Task A_destination_that_goes_while_it_waits_leaves_none()
    {
        using var folder = new SnapshotFolder();
        await using var directory = await ReplacedAsync(folder, Draft(Unit(), One), Draft(Unit(), Two));
        await folder.WriteAsync(Draft(Unit()));
        await directory.ReloadAsync();

        (await OfficeAsync(directory, Dog)).Destination.Should().BeNull();
        Confirm(folder, Draft(Unit(), One)).Should().BeSubsetOf([nameof(Office.Destinations)]);
        await directory.ReloadAsync();
        (await OfficeAsync(directory, Dog)).Should().Match<Office>(office => office.Destination == null && office.HeldBack.Count == 0);
    }

    private static Office Unit() => new(Id, "Amt");

    private static OfficeChannel Mail(string address) => new(ChannelKind.Mail, address);

    private static BankAccount Account(string iban) => new() { Iban = iban, Bic = "COBADEFFXXX", ServiceIds = [Id], Services = [Dog] };

    private static object Watched(Office office) => new { office.MailAddress, office.DeMailAddress, office.EgvpAddress, office.ServiceConnectionKey, office.ServiceAccounts, office.BankAccounts };

    private static SnapshotDraft Draft(Office office, Guid? dog = null, Guid? car = null)
    {
        var draft = new SnapshotDraft();
        draft.AddRegion(Saxony, "Sachsen, Freistaat");
        draft.AddRegion(RegionKey.Parse(SmallMap.Freiberg), "Freiberg, Stadt");
        draft.AddOffice(office);
        draft.AddCompetence(office.Id, Dog, Saxony, destination: dog);
        draft.AddCompetence(office.Id, Car, Saxony, destination: car);
        return draft;
    }

    private static IReadOnlyList<string> Confirm(SnapshotFolder folder, SnapshotDraft old)
    {
        using var before = old.Build();
        using var after = folder.Open();
        var changes = SnapshotConfirmations.Compare(before, after);
        SnapshotConfirmations.Add(folder.Path, changes);
        return [.. changes.Select(change => change.Field)];
    }

    private static async Task<TestDirectory> ReplacedAsync(SnapshotFolder folder, SnapshotDraft before, SnapshotDraft after)
    {
        await folder.WriteAsync(before);
        var directory = folder.Served();
        await OfficeAsync(directory, Dog);
        await folder.WriteAsync(after);
        await directory.ReloadAsync();
        return directory;
    }

    private static async Task<Office> OfficeAsync(TestDirectory directory, LeikaKey service) =>
        (await directory.Authorities.ResolveAsync(service, Place.Of(RegionKey.Parse(SmallMap.Freiberg)))).Should().BeOfType<Competence.Found>().Subject.Office;
}
