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

    [Fact]
    public async Task Another_log_in_has_no_level() =>
        (await AuthorizeAsync(new ClaimsPrincipal(new ClaimsIdentity([new Claim("eid.level", "High")], "Windows")), AssuranceLevel.Basic)).Should().BeFalse();

    [Fact]
    public void Unknown_cannot_be_demanded() =>
        new AuthorizationPolicyBuilder().Invoking(policy => policy.RequireAssurance(AssuranceLevel.Unknown)).Should().Throw<ArgumentOutOfRangeException>();

    private static async Task<bool> AuthorizeAsync(ClaimsPrincipal user, AssuranceLevel level)
    {
        await using var services = new ServiceCollection().AddLogging().AddAuthorization().BuildServiceProvider();
        var policy = new AuthorizationPolicyBuilder().RequireAssurance(level).Build();
        return (await services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(user, policy)).Succeeded;
    }
}
