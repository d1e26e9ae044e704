package org.mtgtracker.identity.entity;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mtgtracker.identity.boundary.Account;
import org.mtgtracker.identity.boundary.Caller;
import org.mtgtracker.identity.boundary.Credential;
import org.mtgtracker.identity.boundary.Role;
import org.mtgtracker.persistence.entity.UuidBytes;

/** An account. Its name is unique whatever its case and accents, which the column's collation sees to. */
@Entity
@Table(name = "app_user")
@NamedQuery(name = User.BY_NAME, query = "SELECT u FROM User u WHERE u.name = :name")
@NamedQuery(name = User.BY_EMAIL, query = "SELECT u FROM User u WHERE u.email = :email")
@NamedQuery(name = User.COUNT_BY_ROLE, query = "SELECT COUNT(u) FROM User u WHERE u.role = :role")
@NamedQuery(name = User.ACTIVE_BY_ROLE, query = "SELECT u FROM User u WHERE u.role = :role AND u.active = TRUE")
public class User {
    public static final String BY_NAME = "User.byName";
    public static final String BY_EMAIL = "User.byEmail";
    public static final String COUNT_BY_ROLE = "User.countByRole";
    public static final String ACTIVE_BY_ROLE = "User.activeByRole";
    public static final int LONGEST_NAME = 100;

    @Id
    private byte[] id;

    private String name;

    @Column(name = "password_hash")
    private String passwordHash;

    @Enumerated(EnumType.STRING)
    private Role role;

    private boolean active;

    private String email;

    @Column(name = "email_verified")
    private boolean emailVerified;

    @Column(name = "signed_out_at")
    private Timestamp signedOutAt;

    @Column(name = "created_at")
    private Timestamp createdAt;

    @Version
    private long version;

    /** For the persistence provider. */
    protected User() {}

    /** A new, active account; without a password hash nobody signs in to it with a password. */
    public User(UUID id, String name, Optional<String> passwordHash, Role role, Instant createdAt) {
        this.id = UuidBytes.bytes(id);
        this.name = requireNonNull(name, "name is null");
        this.passwordHash = passwordHash.orElse(null);
        this.role = requireNonNull(role, "role is null");
        this.active = true;
        this.createdAt = Timestamp.from(createdAt);
    }

    public UUID id() {
        return UuidBytes.uuid(id);
    }

    public String name() {
        return name;
    }

    /** Empty when this account has no password. */
    public Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    public Role role() {
        return role;
    }

    /** False when the account was disabled: it may nothing then, whichever way it comes in. */
    public boolean active() {
        return active;
    }

    public Instant createdAt() {
        return createdAt.toInstant();
    }

    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    /** Whether somebody proved to read the address. */
    public boolean emailVerified() {
        return emailVerified;
    }

    /** Disables the account: it keeps what it owns and may nothing any more. */
    public void disable() {
        active = false;
    }

    public void enable() {
        active = true;
    }

    public void give(Role newRole) {
        role = requireNonNull(newRole, "newRole is null");
    }

    public void changePassword(String newHash) {
        passwordHash = requireNonNull(newHash, "newHash is null");
    }

    /** Changes the address, which is to be verified anew. */
    public void changeEmail(Optional<String> address) {
        email = address.orElse(null);
        emailVerified = false;
    }

    public void verifyEmail() {
        emailVerified = true;
    }

    /** Voids every session that began before that moment. */
    public void signOutEverywhere(Instant at) {
        signedOutAt = Timestamp.from(at);
    }

    /** Whether a session that began then is still good, as far as the account is concerned. */
    public boolean allowsSessionOf(Instant began) {
        return active && (signedOutAt == null || began.isAfter(signedOutAt.toInstant()));
    }

    /** As its owner and administrators see it; the version is that of the last flush. */
    public Account asAccount() {
        return new Account(id(), name, email(), emailVerified, role, active, createdAt(), version);
    }

    /** This account signed in by itself: an admin is a user as well. */
    public Caller asCaller(Credential.Session session) {
        Set<Role> roles = EnumSet.of(role);
        if (role == Role.ADMIN) {
            roles.add(Role.USER);
        }
        return new Caller(id(), name, roles, session);
    }
}
