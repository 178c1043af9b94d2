using System.Formats.Asn1;
using System.Net.Sockets;

namespace BaseComponents.SecureMail.Ldap.Wire;

/// <summary>One question to one server: TLS, log-in where there is one, search. Referrals are not followed.</summary>
internal static class LdapSearch
{
    /// <exception cref="LdapFault">No usable answer came in time.</exception>
    public static async Task<IReadOnlyList<LdapEntry>> RunAsync(LdapServer server, string address, LdapDirectoryOptions options, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Timeout);
        try
        {
            var connection = await LdapConnection.OpenAsync(server, options, limit.Token).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
                return await AskAsync(connection, address, options, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw LdapFault.Slow();
        }
        catch (AsnContentException)
        {
            throw LdapFault.Broken();
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            throw LdapFault.Unreachable();
        }
    }

    private static async Task<IReadOnlyList<LdapEntry>> AskAsync(LdapConnection connection, string address, LdapDirectoryOptions options, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(options.User))
            await LogInAsync(connection, options.User, options.Password!, cancellationToken).ConfigureAwait(false);
        await connection.SendAsync(id => LdapRequests.Search(id, options.BaseDn!, address, options.MaxEntries, options.Timeout), cancellationToken).ConfigureAwait(false);
        var entries = new List<LdapEntry>();
        while (await NextAsync(connection, cancellationToken).ConfigureAwait(false) is { } answer)
        {
            if (answer.Operation == LdapAnswer.Entry)
                entries.Add(answer.ToEntry());
            if (entries.Count > options.MaxEntries)
                throw LdapFault.Of(4);
        }

        return entries;
    }

    private static async Task LogInAsync(LdapConnection connection, string user, string password, CancellationToken cancellationToken)
    {
        await connection.SendAsync(id => LdapRequests.Bind(id, user, password), cancellationToken).ConfigureAwait(false);
        var answer = await connection.ReceiveAsync(cancellationToken).ConfigureAwait(false);
        if (answer.Operation != LdapAnswer.BindDone)
            throw LdapFault.Broken();
        if (answer.Result() is not 0 and var result)
            throw LdapFault.Of(result);
    }

    /// <summary>An entry, or a reference to another server; null at the end.</summary>
    private static async Task<LdapAnswer?> NextAsync(LdapConnection connection, CancellationToken cancellationToken)
    {
        var answer = await connection.ReceiveAsync(cancellationToken).ConfigureAwait(false);
        if (answer.Operation is LdapAnswer.Entry or LdapAnswer.Reference)
            return answer;
        if (answer.Operation != LdapAnswer.SearchDone)
            throw LdapFault.Broken();
        return answer.Result() is not 0 and var result ? throw LdapFault.Of(result) : null;
    }
}
