using DogLicence.Hosting;
using Microsoft.Extensions.Configuration;

namespace BaseComponents.Tests.Journeys.Hosting;

/// <summary>Settings of several nodes that would not do what was meant stop the start.</summary>
public sealed class ClusterOptionsTests
{
    [Theory]
    [InlineData("PostgreSql", "Hots=db;Password=geheim")]
    [InlineData("PostgreSql", "Password=geheim")]
    [InlineData("Redis", "password=geheim")]
    [InlineData("Redis", "")]
    [InlineData("Proxies:0", "proxy.example")]
    [InlineData("Proxies:0", "0.0.0.0/0")]
    [InlineData("Proxies:0", "::/0")]
    [InlineData("Drain", "-00:00:01")]
    [InlineData("Drain", "01:00:00")]
    [InlineData("RedisTimeout", "00:00:00")]
    public void What_is_wrong_is_named_without_its_value(string name, string value)
    {
        var verdict = Check(name, value);

        verdict.Failed.Should().BeTrue();
        verdict.FailureMessage.Should().Contain($"Cluster:{name.Split(':')[0]}").And.NotContain("geheim");
    }

    [Theory]
    [InlineData("PostgreSql", "Host=db;Database=hund;Username=hund;Password=geheim")]
    [InlineData("Redis", "redis-1:6380,redis-2:6380,ssl=true,password=geheim")]
    [InlineData("Proxies:0", "10.0.0.5")]
    [InlineData("Proxies:0", "10.0.0.0/28")]
    [InlineData("Proxies:0", "2001:db8::5")]
    [InlineData("Drain", "00:00:10")]
    public void What_is_right_is_taken(string name, string value) => Check(name, value).Succeeded.Should().BeTrue();

    private static Microsoft.Extensions.Options.ValidateOptionsResult Check(string name, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new($"Cluster:{name}", value)]).Build();
        return new ClusterOptionsValidator().Validate(null, configuration.GetSection("Cluster").Get<ClusterOptions>()!);
    }
}
