using System.Text.Json.Nodes;
using BaseComponents.Tests.Payments.Support;
using CsCheck;

namespace BaseComponents.Tests.Payments;

/// <summary>The key on the wire: it alone makes a repeated create the same payment.</summary>
public sealed class RequestKeyTests
{
    /// <summary>The keys of payments that exist: a change would let every open payment be made a second time.</summary>
    [Fact]
    public async Task It_is_the_same_in_every_version() => (await KeyAsync("", "case-1")).Should().Be("a7a88f9f944c55e27a4d8420938eee3f");

    [Fact]
    public async Task It_fits_the_wire_and_hides_the_reference() => await Gen.String[1, 100].Where(IsReference).SampleAsync(async reference =>
    {
        var key = await KeyAsync("", reference);
        key.Should().MatchRegex("^[A-Za-z0-9_-]{1,36}$").And.Be(await KeyAsync("", reference));
    }, iter: 10);

    [Fact]
    public async Task It_differs_by_registration_reference_and_attempt()
    {
        var service = new ScriptedService();
        await using var app = TestApplication.With(service);
        await app.Payments.StartAsync(Orders.DogTax());
        service.Payments[0].Status = "FAILED";
        await app.Payments.StartAsync(Orders.DogTax());

        string[] keys = [.. service.Payments.Select(payment => payment.RequestId), await KeyAsync("", "case-2"), await KeyAsync("dresden", "case-1"), await KeyAsync("", "Case-1")];

        keys.Should().OnlyHaveUniqueItems().And.HaveCount(5);
    }

    /// <summary>What the parts are glued from must not matter: "ab" + "c" is not "a" + "bc".</summary>
    [Fact]
    public async Task Its_parts_do_not_run_into_each_other() => (await KeyAsync("ab", "c")).Should().NotBe(await KeyAsync("a", "bc"));

    private static bool IsReference(string text) => (Orders.DogTax() with { Reference = text }).Check().Count == 0;

    private static async Task<string> KeyAsync(string tenant, string reference)
    {
        var service = new ScriptedService();
        await using var app = TestApplication.With([(tenant, service)]);
        await app.Services.PaymentsOf(tenant).StartAsync(Orders.DogTax(reference));
        return (string)JsonNode.Parse(service.Bodies.Should().ContainSingle().Which)!["requestId"]!;
    }
}
