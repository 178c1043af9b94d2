using DogLicence.Cases;
using DogLicence.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace DogLicence.Hosting;

/// <summary>Makes the tables. The sample does so itself at start; a service with data to keep over versions uses migrations.</summary>
public static class Tables
{
    // Any number, the same on all nodes.
    private const long Lock = 0x48756e64;

    public static async Task MakeAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var cases = scope.ServiceProvider.GetRequiredService<CaseDb>().Database;
        await (services.GetRequiredService<IOptions<ClusterOptions>>().Value.PostgreSql is { } server ? OneAtATimeAsync(server, cases.EnsureCreatedAsync, cancellationToken) : cases.EnsureCreatedAsync(cancellationToken));
        if (scope.ServiceProvider.GetService<SessionDb>() is { } sessions)
            await sessions.Database.EnsureCreatedAsync(cancellationToken);
    }

    // Nodes that start together would all find no table, and all but one fail while they make them.
    private static async Task<bool> OneAtATimeAsync(string server, Func<CancellationToken, Task<bool>> make, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync(cancellationToken);
        await using var turn = await connection.BeginTransactionAsync(cancellationToken);
        await using var take = new NpgsqlCommand("SELECT pg_advisory_xact_lock(@lock)", connection, turn);
        take.Parameters.AddWithValue("lock", Lock);
        await take.ExecuteNonQueryAsync(cancellationToken);
        return await make(cancellationToken);
    }
}
