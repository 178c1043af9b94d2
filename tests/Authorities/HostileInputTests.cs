using System.Text;
using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Tests.Authorities.Support;
using CsCheck;

namespace BaseComponents.Tests.Authorities;

/// <summary>Whatever a source sends, only the component's own exception comes out.</summary>
public sealed class HostileInputTests
{
    private static readonly string Rich = Delivery.Of(
        Delivery.Service(more: Delivery.Valid("2020-01-01")),
        Delivery.Unit("A", Delivery.Competence("145220180180 14") + Delivery.Valid("2020-01-01")),
        Delivery.Detached("A", Delivery.Competence("14522", role: "03")));

    [Fact]
    public Task Changed_bytes_of_a_delivery() => ChangedAsync(Rich, "delivery.xml");

    [Fact]
    public Task Changed_bytes_of_a_region_list() => ChangedAsync(SmallMap.Regions, "regions.json");

    [Fact]
    public Task Changed_bytes_of_postal_codes() => ChangedAsync(SmallMap.PostalCodes, "postal-codes.csv");

    [Fact]
    public Task Changed_bytes_of_genericode() => ChangedAsync(RegionLists.Genericode, "regions.json");

    [Fact]
    public Task Changed_bytes_of_a_directory_of_municipalities() => ChangedAsync(RegionLists.MunicipalDirectory, "regions.json");

    [Fact]
    public Task Changed_bytes_of_territory_changes() =>
        ChangedAsync("OldKey,NewKeys,From,Kind,OldName,NewName\n14521030,145220180180 145220080080,2019-01-01,split,Aue,\n14521030,14521031,2018-01-01,rekey,Aue,B\n", "changes.csv");

    [Fact]
    public async Task Bytes_that_mean_nothing() => await Gen.Byte.Array[0, 400].SampleAsync(
        async bytes =>
        {
            foreach (var file in new[] { "delivery.xml", "regions.json", "postal-codes.csv", "changes.csv" })
                await OnlyOwnExceptionAsync(file, bytes);
        },
        iter: 60);

    private static async Task ChangedAsync(string text, string file)
    {
        var whole = Encoding.UTF8.GetBytes(text);
        var change = Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Int[0, whole.Length]);
        await Gen.Select(change.Array[1, 5], Gen.Bool).SampleAsync(
            async sample =>
            {
                var bytes = whole.ToArray();
                foreach (var (at, value, _) in sample.Item1)
                    bytes[at] = value;
                await OnlyOwnExceptionAsync(file, sample.Item2 ? bytes[..sample.Item1[0].Item3] : bytes);
            },
            iter: 150);
    }

    private static async Task OnlyOwnExceptionAsync(string file, byte[] bytes)
    {
        await using var directory = TestDirectory.With(Rich);
        directory.Write("changes.csv", "OldKey,NewKeys,From,Kind\n");
        directory.Settings["A:TerritoryChanges"] = directory.PathOf("changes.csv");
        directory.Write(file, bytes);
        try
        {
            await directory.Authorities.ListServicesAsync();
        }
        catch (AuthoritiesException exception)
        {
            exception.Code.Should().Be("authorities.no-data");
        }

        await directory.Authorities.ResolveAsync(LeikaKey.Parse(Delivery.Dog), Place.Of(RegionKey.Parse(SmallMap.Freiberg)));
    }
}
