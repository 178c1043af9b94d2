using System.Security.Claims;
using BaseComponents.Eid;
using BaseComponents.Eid.AspNetCore;
using BaseComponents.Eid.Testing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Eid.Broker;

public sealed class AssurancePolicyTests
{
    [Theory]
    [InlineData(AssuranceLevel.High, AssuranceLevel.Substantial, true)]
    [InlineData(AssuranceLevel.Substantial, AssuranceLevel.Substantial, true)]
    [InlineData(AssuranceLevel.Low, AssuranceLevel.Substantial, false)]
    [InlineData(AssuranceLevel.Unknown, AssuranceLevel.Basic, false)]
    public async Task A_level_passes_when_it_is_at_least_the_demanded_one(AssuranceLevel level, AssuranceLevel demanded, bool passes) =>
        (await AuthorizeAsync((FakeIdentities.Citizen with { Level = level }).ToPrincipal(), demanded)).Should().Be(passes);

    [Theory]
    [InlineData(AssuranceLevel.Substantial, AssuranceLevel.High)]
    [InlineData(AssuranceLevel.High, AssuranceLevel.Substantial)]
    public async Task Of_several_demands_the_highest_counts(AssuranceLevel first, AssuranceLevel second)
    {
        (await AuthorizeAsync((FakeIdentities.Citizen with { Level = AssuranceLevel.Substantial }).ToPrincipal(), first, second)).Should().BeFalse("a group of pages and a page within may each demand a level");
        (await AuthorizeAsync((FakeIdentities.Citizen with { Level = AssuranceLevel.High }).ToPrincipal(), first, second)).Should().BeTrue();
    }

    [Fact]
    public async Task Another_log_in_has_no_level() =>
        (await AuthorizeAsync(new ClaimsPrincipal(new ClaimsIdentity([new Claim("eid.level", "High")], "Windows")), AssuranceLevel.Basic)).Should().BeFalse();

    [Fact]
    public void Unknown_cannot_be_demanded() =>
        new AuthorizationPolicyBuilder().Invoking(policy => policy.RequireAssurance(AssuranceLevel.Unknown)).Should().Throw<ArgumentOutOfRangeException>();

    private static async Task<bool> AuthorizeAsync(ClaimsPrincipal user, params AssuranceLevel[] levels)
    {
        await using var services = new ServiceCollection().AddLogging().AddAuthorization().BuildServiceProvider();
        var policy = levels.Aggregate(new AuthorizationPolicyBuilder(), (builder, level) => builder.RequireAssurance(level)).Build();
        return (await services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(user, policy)).Succeeded;
    }
}
