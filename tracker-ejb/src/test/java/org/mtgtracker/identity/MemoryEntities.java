package org.mtgtracker.identity;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mtgtracker.identity.entity.ApiKey;
import org.mtgtracker.identity.entity.User;
import org.mtgtracker.persistence.boundary.Entities;

/** The identity tables in memory, with the unique name and transactions that are undone as a whole. */
public final class MemoryEntities implements Entities {
    private final List<User> users = new ArrayList<>();
    private final List<ApiKey> keys = new ArrayList<>();
    private Runnable beforeNextFlush = () -> {};
    private RuntimeException atNextCommit;

    public MemoryEntities with(User user, ApiKey... itsKeys) {
        users.add(user);
        keys.addAll(List.of(itsKeys));
        return this;
    }

    /** What another pod does between this one's look and its write. */
    public void beforeNextFlush(Runnable action) {
        beforeNextFlush = action;
    }

    public void failNextCommitWithAUser(RuntimeException failure) {
        atNextCommit = failure;
    }

    public List<User> users() {
        return users;
    }

    public List<ApiKey> keys() {
        return keys;
    }

    @Override
    public <T> T read(Function<EntityManager, T> query) {
        return query.apply(manager(new ArrayList<>()));
    }

    @Override
    public <T> T write(Function<EntityManager, T> change) {
        List<Object> added = new ArrayList<>();
        T result = change.apply(manager(added));
        if (atNextCommit != null && !added.isEmpty()) {
            RuntimeException failure = atNextCommit;
            atNextCommit = null;
            throw failure;
        }
        for (Object entity : added) {
            if (entity instanceof User user) {
                users.add(user);
            } else if (entity instanceof ApiKey key) {
                keys.add(key);
            }
        }
        return result;
    }

    private EntityManager manager(List<Object> added) {
        return proxy(EntityManager.class, (method, arguments) -> switch (method) {
            case "createNamedQuery" -> query((String) arguments[0]);
            case "persist" -> {
                added.add(arguments[0]);
                yield null;
            }
            case "flush" -> {
                flush(added);
                yield null;
            }
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private void flush(List<Object> added) {
        Runnable action = beforeNextFlush;
        beforeNextFlush = () -> {};
        action.run();
        for (Object entity : added) {
            if (entity instanceof User user && named(user.name()).findAny().isPresent()) {
                throw new PersistenceException("Duplicate entry for key app_user_name");
            }
        }
    }

    private TypedQuery<?> query(String name) {
        Map<String, Object> parameters = new HashMap<>();
        return proxy(TypedQuery.class, (method, arguments) -> switch (method) {
            case "setParameter" -> {
                parameters.put((String) arguments[0], arguments[1]);
                yield null;
            }
            case "getResultStream" ->
                switch (name) {
                    case User.BY_NAME -> named((String) parameters.get("name"));
                    case ApiKey.BY_PREFIX ->
                        keys.stream().filter(key -> key.prefix().equals(parameters.get("prefix")));
                    default -> throw new UnsupportedOperationException(name);
                };
            case "getSingleResult" ->
                users.stream()
                        .filter(user -> user.role() == parameters.get("role"))
                        .count();
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private Stream<User> named(String name) {
        return users.stream().filter(user -> user.name().equalsIgnoreCase(name));
    }

    private interface Calls {
        Object answer(String method, Object[] arguments);
    }

    /** A method that answers null answers the proxy itself, as query builders do. */
    private static <T> T proxy(Class<T> type, Calls calls) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Object answer = calls.answer(method.getName(), arguments);
                    return answer == null && method.getReturnType().isInstance(self) ? self : answer;
                }));
    }
}
